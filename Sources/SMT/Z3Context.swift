// The file that owns Z3's context (unsafe: opaque pointers with manual reference counts).
//
// A context costs some 9 ms, so it is kept from question to question, in the mode where the caller
// counts references: what one question built is released at its end. Faults of Z3 are recorded in
// the context and never end the process, because a handler that does nothing is installed.

import CZ3

/// A Z3 context, for one thread.
final class Z3Context {
  let pointer: Z3_context
  /// The one sort of first-order logic's objects.
  let universe: Z3_sort
  let boolean: Z3_sort
  private var owned: [Z3_ast] = []

  init() {
    Z3_global_param_set("warning", "false")
    let configuration = Z3_mk_config()
    pointer = Z3_mk_context_rc(configuration)
    Z3_del_config(configuration)
    Z3_set_error_handler(pointer) { _, _ in }
    universe = Z3_mk_uninterpreted_sort(pointer, Z3_mk_string_symbol(pointer, "U"))
    Z3_inc_ref(pointer, Z3_sort_to_ast(pointer, universe))
    boolean = Z3_mk_bool_sort(pointer)
    Z3_inc_ref(pointer, Z3_sort_to_ast(pointer, boolean))
  }

  deinit {
    release()
    Z3_dec_ref(pointer, Z3_sort_to_ast(pointer, universe))
    Z3_dec_ref(pointer, Z3_sort_to_ast(pointer, boolean))
    Z3_del_context(pointer)
  }

  /// Keeps a piece of syntax until `release`; nil, which a fault gives, stays nil.
  func keep(_ ast: Z3_ast?) -> Z3_ast? {
    guard let ast else { return nil }
    Z3_inc_ref(pointer, ast)
    owned.append(ast)
    return ast
  }

  /// Keeps a declaration until `release`.
  func keep(declaration: Z3_func_decl?) -> Z3_func_decl? {
    guard let declaration else { return nil }
    return keep(Z3_func_decl_to_ast(pointer, declaration)) == nil ? nil : declaration
  }

  /// Lets everything go that `keep` kept.
  func release() {
    for ast in owned.reversed() { Z3_dec_ref(pointer, ast) }
    owned.removeAll()
  }
}
