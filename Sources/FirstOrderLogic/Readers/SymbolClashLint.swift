// Symbols that are used in two ways.
//
//   P(a) ∧ P(a, b)     arity-clash: one name with several numbers of arguments
//   P(a) ∧ Q(P)        predicate-as-term: one name as a predicate and as a term
//
// First-order logic needs neither to be an error: P/1 and P/2 are simply two symbols. But an author
// who writes both has nearly always lost an argument, and Prover9 refuses such problems. So both are
// errors, mended by giving the rarer use a name of its own, which says what was decided and lets every
// format write the problem.

import Diagnostics

/// A symbol: what the name is used as and with how many arguments.
struct SymbolKey: Hashable {
  var name: String
  var role: SymbolUse.Role
  var arity: Int
}

extension ReadingSession {
  /// Reports arity clashes and predicates used as terms; with repairs renames the rarer uses.
  ///
  /// - Parameter numbers: for each of `problem.statements` its `SymbolUse.statement`.
  mutating func lintSymbols(_ problem: inout Problem, numbers: [Int]) {
    let census = SymbolCensus(uses(in: numbers))
    var names = SymbolRenaming(taken: census.names)
    for name in census.order {
      for role in [SymbolUse.Role.predicate, .function] {
        splitArities(census.groups(name, role), into: &names)
      }
      splitRoles(
        predicates: census.groups(name, .predicate), functions: census.groups(name, .function),
        into: &names)
    }
    guard options.repairs, !names.renamed.isEmpty else { return }
    problem.mapFormulas { _, formula in formula.mappingAtoms(names.rename) }
    let wanted = Set(numbers)
    for index in uses.indices where wanted.contains(uses[index].statement) {
      uses[index].name = names.name(of: uses[index].key) ?? uses[index].name
    }
  }

  private mutating func splitArities(_ groups: [SymbolGroup], into names: inout SymbolRenaming) {
    guard let main = groups.first else { return }
    for group in groups.dropFirst() {
      let use = group.first
      report(
        .arityClash, source: use.source, at: use.span,
        "`\(use.name)` has \(arguments(use.arity)) here (\(times(group.count))) "
          + "but \(arguments(main.first.arity)) elsewhere (\(times(main.count)))",
        hint: "give the two their own names, or add the argument that is missing",
        repair: .splitArity, applied: options.repairs)
      names.add(use.key, "\(use.name)_\(use.arity)")
    }
  }

  private mutating func splitRoles(
    predicates: [SymbolGroup], functions: [SymbolGroup], into names: inout SymbolRenaming
  ) {
    guard let predicate = predicates.first, let function = functions.first else { return }
    let asPredicate = predicates.reduce(0) { $0 + $1.count }
    let asTerm = functions.reduce(0) { $0 + $1.count }
    let use = asPredicate < asTerm ? predicate.first : function.first
    report(
      .predicateAsTerm, source: use.source, at: use.span,
      "`\(use.name)` is used as a predicate (\(times(asPredicate))) "
        + "and as a term (\(times(asTerm)))",
      hint: "a predicate says something of terms and is none itself; give one of them another name",
      repair: .splitPredicate, applied: options.repairs)
    names.add(predicate.first.key, "\(use.name)_holds")
  }

  private func arguments(_ count: Int) -> String {
    count == 1 ? "1 argument" : "\(count) arguments"
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

/// All uses of one symbol: the first and how many there are.
private struct SymbolGroup {
  var first: SymbolUse
  var count: Int
}

/// The uses of names, counted.
private struct SymbolCensus {
  /// Names in the order of their first use.
  private(set) var order: [String] = []
  private var groupsOfName: [String: [SymbolGroup]] = [:]

  var names: Set<String> { Set(order) }

  init(_ uses: [SymbolUse]) {
    for use in uses {
      guard var groups = groupsOfName.removeValue(forKey: use.name) else {
        order.append(use.name)
        groupsOfName[use.name] = [SymbolGroup(first: use, count: 1)]
        continue
      }
      if let index = groups.firstIndex(where: { $0.first.key == use.key }) {
        groups[index].count += 1
      } else {
        groups.append(SymbolGroup(first: use, count: 1))
      }
      groupsOfName[use.name] = groups
    }
  }

  /// The symbols of this name and role, the most used first, among equals the first used.
  func groups(_ name: String, _ role: SymbolUse.Role) -> [SymbolGroup] {
    let groups = (groupsOfName[name] ?? []).filter { $0.first.role == role }
    return groups.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
  }
}

/// New names of symbols.
struct SymbolRenaming {
  private(set) var renamed: [SymbolKey: String]
  private var taken: Set<String> = []

  /// A renaming to which names unlike all these can be added.
  init(taken: Set<String>) { (renamed, self.taken) = ([:], taken) }

  /// A renaming to names that may be in use.
  init(_ renamed: [SymbolKey: String]) { self.renamed = renamed }

  mutating func add(_ symbol: SymbolKey, _ proposal: String) {
    var name = proposal
    while !taken.insert(name).inserted { name += "_" }
    renamed[symbol] = name
  }

  func name(of symbol: SymbolKey) -> String? { renamed[symbol] }

  func rename(_ atom: Atom) -> Atom {
    let inner = atom.mappingTerms { term in
      guard case .application(let name, let arguments) = term,
        let other = renamed[SymbolKey(name: name, role: .function, arity: arguments.count)]
      else { return term }
      return .application(other, arguments)
    }
    guard case .predicate(let name, let arguments) = inner,
      let other = renamed[SymbolKey(name: name, role: .predicate, arity: arguments.count)]
    else { return inner }
    return .predicate(other, arguments)
  }
}

extension SymbolUse {
  /// The symbol that is used.
  var key: SymbolKey { SymbolKey(name: name, role: role, arity: arity) }
}
