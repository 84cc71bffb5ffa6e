// Words whose class decides how a predicate's name is put into a sentence.
//
// `Teaches(x)` is "x teaches", `Kind(x)` "x is kind", `Student(x)` "x is a student": a name alone
// doesn't say which. Words not listed here are taken for nouns, which is what most one-word names
// are. The lists only serve style: a noun taken for an adjective gives a clumsy sentence, never that
// of another formula. A tagger would know more words, but needs a model of its own.

enum WordClasses {
  /// Base forms that are mostly verbs.
  static let verbs: Set<String> = words(
    """
    accept achieve act admire adore agree allow answer appear apply appreciate arrive ask attack
    attend avoid bake bark become befriend begin believe belong bite blink block bloom boil borrow
    bounce breathe bring build burn buy buzz care carry cause celebrate chaperone chase choose
    climb collect come commit complain complete compose conquer consider consist consume contain
    control cook cough crawl create cry cycle damage dance decide defeat deliver depend deserve
    despise destroy develop devour die dine direct discover dislike dominate download draw drink
    earn eat educate eliminate employ enable encourage enjoy enter exceed exist expand explain
    fail fall fear feed feel find finish fit float fly follow forget forgive freeze gain gallop
    generate get give glow go graduate grin grow growl guard happen hate hear hire hop howl hurt
    identify ignore imply include inhabit inherit inspire invent invite involve join jump kill
    know lack laugh lay learn leave lend lie like listen live locate lose love maintain make marry
    meet melt migrate mourn move need obey observe occupy occur offer oppose own paint participate
    pay perform persuade please possess practice practise praise precede prefer prepare prevent
    produce protect prove provide publish purr pursue put reach read receive recommend reduce
    refuse remember require resemble respect rest retire return rise roar rule run rust satisfy
    save say see seek sell send serve shave shine shout shrink sing sink sit skate sleep smile
    smoke sneeze snore solve sparkle speak specialise specialize spend spill spread stand start
    stay steal sting stop study succeed suck suffer support survive swim take talk taste teach
    tell think throw tidy touch translate travel treat trust try understand upload use vacuum
    value visit wag wait wake walk want warn wear weigh whistle win wish work worship write yawn
    yield
    """)

  /// Words that are nouns by themselves, but verbs where an object follows.
  static let nounsAndVerbs: Set<String> = words(
    """
    answer attack cause contact control cook cost cover cross cycle damage dream drink drive email
    face father fight finish guard help hit host hunt judge kick kiss lead lift link manage mark
    match mother name order own paint parent phone play praise promise punish push question race
    reach rent report rescue ride rob rule score share shoot show sign sing star stock supply
    surround tie top touch tour trade train trust visit vote watch wrap
    """)

  /// Adjectives that no suffix shows.
  static let adjectives: Set<String> = words(
    """
    able absent abstract academic active actual affordable afraid aggressive alike alive alone
    amenable ancient angry annoyed annoying antique asleep awake aware bad bald bare basic
    beautiful best better big bitter black blank blind blue bold bored brave brief bright
    brilliant brittle broad broken brown busy calm careful certain cheap chemical classic clean
    clear clever closed cloudy cold comic common complete complex cool correct corrupt crazy
    critical cruel curious current cute daily damp dangerous dark dead deadly deaf dear deep dense
    different difficult digital dirty discordant distinct domestic double dry dull eager early
    earthy eastern easy edible elderly electric electronic elegant empty endangered equal eternal
    even evil exotic expensive extinct extra eyed fair faithful fake false familiar famous fancy
    fast fat feisty female fertile few final fine firm first fit flat floral fluffy foolish
    foreign fragile free frequent fresh friendly fruity full funny furry gentle genuine giant glad
    global gloomy gold golden good grand gray great greedy green grey grumpy guilty haired
    handsome happy hard harsh healthy heavy helpful high hollow holy honest hot huge humble humid
    hungry icy ideal idle ill immortal important inactive infectious innocent intelligent
    interesting jealous joyful juicy just keen kind large last late lavish lazy legal legged light
    liquid little lively local lonely long loud lovely low loyal lucky luminous mad magic male
    married massive mean melodic mental metallic mild minor modern modest moist moral mortal
    muffled musical mute mutual narrow nasty national native natural near neat negative nervous
    new nice noble noisy normal northern numb obese odd old opaque open optional orange ordinary
    organic original outer overweight pale parallel partial perfect permanent personal picky pink
    plain playful pleasant polite poor popular positive possible powerful prime private proper
    proud public pure purple quick quiet rainy random rare raw ready real recent red regular
    related relevant remote responsible rich right rigid ripe rotten rough round royal rude rural
    sad safe salty same sane scared secret secure selfish senior sensitive separate serious severe
    shallow sharp shiny short shy sick silent silly similar simple single skilled skinny skittish
    slimy slow small smart smelly smooth snappy social soft solar solid sorry sour southern
    special spicy stable steady steep sticky stiff still stormy straight strange strict strong
    stubborn stupid successful sudden sunny super sure sweet tall tame tasty temperate tender
    terricolous thick thin thirsty thoughtful tidy tight tiny tired top total tough toxic
    transparent tropical true typical ugly unique unusual upset urban urgent useful useless usual
    vague valid vast vegan vegetarian violent virtual visible vital vivid vocal warm weak wealthy
    weird well western wet white whole wicked wide wild wise wonderful wooden wrong yellow young
    American Brazilian British Chinese Dutch English French German Greek Indian Irish Italian
    Japanese Korean Mexican Polish Russian Scottish Spanish Swedish Turkish Welsh
    """)

  /// Words that name a place or a relation to something.
  static let prepositions: Set<String> = words(
    """
    about above across after against along among around as at before behind below beneath beside
    between beyond by down during for from in inside into near of off on onto out outside over past
    round since than through throughout to toward towards under underneath until up upon via with
    within without
    """)

  /// Auxiliaries that a base form follows.
  static let modals: Set<String> = words("can could may might must shall should will would")

  /// Participles that don't end in `ed`.
  static let irregularParticiples: Set<String> = words(
    """
    beaten become begun bitten born bought bound broken brought built caught chosen drawn driven
    eaten fed forgotten found given grown held hidden hurt kept known laid led lent loved
    made meant met paid put read ridden run seen sent set shot shown sold spent spoken stolen sung
    taken taught thrown told understood worn written
    """)

  /// Irregular past tenses that are no participles of "is", with their base forms.
  static let irregularPasts: [String: String] = [
    "ate": "eat", "became": "become", "began": "begin", "came": "come", "drove": "drive",
    "fought": "fight", "gave": "give", "got": "get", "grew": "grow", "had": "have", "left": "leave",
    "lost": "lose", "ran": "run", "sang": "sing", "sat": "sit", "saw": "see", "spoke": "speak",
    "stole": "steal", "swam": "swim", "took": "take", "went": "go", "won": "win", "wore": "wear",
    "wrote": "write",
  ]

  /// Nouns of which a constant is "the": `cat` is "the cat", while `bonnie` is "Bonnie".
  static let commonNouns: Set<String> = words(
    """
    animal ant apple army baby ball bank bear bee bell bird boat bomb book box boy bridge bus butler
    cake camel car castle cat chair chicken child church city cow crow cup deer desk doctor dog doll
    donkey door dragon duck eagle earth egg elephant farmer fish flower fly forest fox frog garden
    ghost giraffe girl goat goose hat hen horse hospital hotel house island judge key king kitchen
    kitten knight lake lamp lion man monkey moon mountain mouse museum owl panda parrot penguin pig
    planet plant prince princess puppy queen rabbit rat river robot room rose school sea shark sheep
    ship shop sky snake spider squirrel star station stone street student sun table teacher tiger
    tower town train tree turtle village wall whale window wizard wolf woman world zebra
    """)

  /// Nouns in `s` that are no plurals.
  static let singularsInS: Set<String> = words(
    "series species news politics physics mathematics economics lens gas always means tennis chess")

  /// Words that the sentences' frame is made of; a phrase with one of them would blur the frame.
  static let reserved: Set<String> = words(
    """
    a all an and another any anything both but called case does each either every everyone
    everything exactly if iff is are was were be it itself neither never no nobody none nor not nothing
    only or same some someone something such that the them then there these they thing this those
    unless which who whom whose false true holds property relation
    """)

  /// The third persons of `verbs` and `nounsAndVerbs`, with their base forms.
  static let thirdPersons: [String: String] = {
    var forms = ["has": "have", "does": "do", "is": "be"]
    for verb in verbs.union(nounsAndVerbs) { forms[Inflection.thirdPerson(verb)] = verb }
    return forms
  }()

  /// The word as it is spelled: `American` for `american`.
  static func spelled(_ word: String) -> String {
    let capital = word.prefix(1).uppercased() + word.dropFirst()
    return adjectives.contains(capital) ? capital : word
  }

  /// The adjective that a word is, or nil when it is none.
  static func adjective(_ word: String) -> String? {
    if adjectives.contains(word) { return word }
    guard word.count > 4 else { return nil }
    let suffixes = ["ful", "ous", "less", "able", "ible", "ive", "ed"]
    let nouns: Set = [
      "detective", "executive", "representative", "relative", "adjective", "motive", "archive",
      "table", "vegetable", "spoonful", "handful",
    ]
    return suffixes.contains { word.hasSuffix($0) } && !nouns.contains(word) ? word : nil
  }

  /// Whether the word compares: `taller`, `older`.
  static func isComparative(_ word: String) -> Bool {
    if ["better", "worse", "more", "less"].contains(word) { return true }
    guard word.count > 4, word.hasSuffix("er") else { return false }
    let stem = String(word.dropLast(2))
    var stems = [stem, stem + "e"]
    if stem.hasSuffix("i") { stems.append(stem.dropLast() + "y") }
    if let last = stem.last, stem.dropLast().last == last { stems.append(String(stem.dropLast())) }
    return stems.contains { adjectives.contains($0) }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
