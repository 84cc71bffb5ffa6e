// Verbs that are known as such: those whose forms are no nouns or adjectives, and irregular pasts.
//
// A verb in the plural has no ending, so that nothing in `students who enjoy art admire Bob` shows where
// the subject ends. These words do. The list needs no completeness: what it lacks is refused where the
// division is not clear. Irregular forms after Quirk et al., A Comprehensive Grammar of the English
// Language (1985), section 3.19.

enum Verbs {
  /// Base forms and s-forms that are nothing but verbs.
  static let plain: Set<String> = {
    let bases = """
      abandon abolish absorb accept accompany accomplish accuse achieve acquire adapt adjust \
      administer admire admit adopt advertise advise affect afford agree allow alter analyze \
      announce annoy anticipate apologize appear apply appoint appreciate approve argue arise \
      arrange arrive assemble assert assess assign assist assume assure attach attain attend \
      attract avoid bake become befriend begin behave believe belong betray boast borrow breathe \
      bring bury calculate carry cease celebrate choose cite clarify classify collect combine come \
      commit communicate compare compel compete compile complain comply compose comprehend conceal \
      concede conceive concentrate conclude condemn confess confirm confuse connect conquer \
      consider consist construct consult consume contain continue contribute convert convey \
      convince cope correspond create criticize cultivate deceive decide declare decorate defend \
      define deliver demolish demonstrate deny depart depend depict derive describe deserve \
      destroy detect deter determine develop devote differ disagree disappear discover discuss \
      distinguish distribute disturb divide donate earn eat educate elect eliminate embrace emerge \
      emit emphasize employ enable encourage endure enforce engage enhance enjoy enroll ensure \
      entail enter entertain establish evaluate evolve examine exceed exclude execute exist expand \
      expect expel explain explode explore extend facilitate fail fetch follow forbid forget \
      forgive fulfill gather generate get govern grow happen hear hesitate identify ignore \
      illustrate imagine imitate imply impose impress improve include incorporate indicate inform \
      inherit inhibit injure insist inspect inspire install intend interact interpret interrupt \
      introduce invade invent invest investigate involve isolate justify keep know learn lend \
      listen locate lose maintain manage marry memorize migrate modify motivate multiply neglect \
      negotiate obey obtain occupy occur offend omit operate oppose organize originate overcome \
      owe participate perceive perform persuade possess predict prefer prepare prescribe presume \
      pretend prevent proclaim prohibit promote pronounce propose protect prove provide publish \
      punish pursue qualify quit react realize receive recognize recommend recover reduce refer \
      reflect rely remember remind remove renew replace represent reproduce require resemble \
      reside resign resist resolve respond restore restrict retain retire revise satisfy seek seem \
      select sell send serve solve speak specialize specify stimulate strengthen strive submit \
      subscribe succeed suffer suggest supervise suppose survive sustain swear teach tell tend \
      threaten tolerate transform translate transmit understand undergo undermine unify unite \
      utilize vanish vary verify wander warn weigh withdraw write
      """.split(separator: " ").map(String.init)
    let alone = [
      "makes", "produces", "gives", "goes", "wears", "thinks", "owns", "sings", "eats", "hates",
      "participates", "hides", "buys", "brings",
    ]
    // `keeps` and `defies` guard castles; these have another life as nouns or adjectives.
    let shared: Set<String> = ["keeps", "advises", "elect", "construct"]
    return Set(bases + bases.map(Morphology.sForm) + alone).subtracting(shared)
  }()

  /// The base form of an irregular past or participle.
  static let irregular: [String: String] = {
    let forms = """
      went gone go wrote written write won win got gotten get made make took taken take came come \
      saw seen see knew known know gave given give found find thought think told tell became become \
      left leave felt feel brought bring began begun begin kept keep held hold stood stand lost \
      lose paid pay met meet ran run sat sit led lead grew grown grow fell fallen fall sent send \
      built build sold sell spent spend drew drawn draw drove driven drive broke broken break \
      bought buy wore worn wear chose chosen choose ate eaten eat drank drunk drink sang sung sing \
      swam swum swim flew flown fly rode ridden ride rose risen rise spoke spoken speak taught \
      teach caught catch fought fight forgot forgotten forget hid hidden hide understood understand \
      slept sleep bit bitten bite blew blown blow shot shoot shook shaken shake stole stolen steal \
      struck strike swore sworn swear threw thrown throw woke woken wake bore borne bear laid lay \
      said say sought seek heard hear had have did done do died die lied lie tied tie fed feed
      """.split(separator: " ").map(String.init)
    // Pasts come before their base, which is the first word that is no past.
    var table: [String: String] = [:]
    var pending: [String] = []
    for form in forms {
      if bases.contains(form) {
        for past in pending { table[past] = form }
        pending = []
      } else {
        pending.append(form)
      }
    }
    return table
  }()

  private static let bases: Set<String> = Set(
    """
    go write win get make take come see know give find think tell become leave feel bring begin \
    keep hold stand lose pay meet run sit lead grow fall send build sell spend draw drive break buy \
    wear choose eat drink sing swim fly ride rise speak teach catch fight forget hide understand \
    sleep bite blow shoot shake steal strike swear throw wake bear lay say seek hear have do die \
    lie tie feed
    """.split(separator: " ").map(String.init))
}
