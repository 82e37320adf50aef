import type { Span } from './span.ts'

/** What is wrong with a pattern, as one Chinese sentence without 。, and where in it. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Longer patterns are lists of words that want another form. */
const LONGEST_PATTERN = 500
/** 第.{0,200}条 takes some 400 of them. */
const MOST_STATES = 500
const MOST_REPEATS = 200
const DEEPEST = 20
/** What stands behind this in a text is not looked at. */
const LONGEST_TEXT = 10_000

type Node =
  | { readonly kind: 'one'; readonly is: CharacterTest }
  | { readonly kind: 'begin' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number }

type CharacterTest = (character: string) => boolean

/**
 * A regular expression that somebody else wrote. It is run as an automaton, so that its time grows
 * with the length of the text and never explodes; there are no back references and no lookaround.
 * Of the matches at one place the longest counts.
 */
export class Pattern {
  readonly source: string
  readonly #program: readonly State[]

  /** Throws {@link PatternError}. */
  constructor(source: string) {
    this.source = source
    this.#program = compile(parse(source))
  }

  test(text: string): boolean {
    return this.#search(text.slice(0, LONGEST_TEXT), 0, true) !== undefined
  }

  /** The first matches that are not empty, apart from each other. */
  find(text: string, most: number): readonly Span[] {
    const bounded = text.slice(0, LONGEST_TEXT)
    const found: Span[] = []
    for (let from = 0; from < bounded.length && found.length < most; ) {
      const span = this.#search(bounded, from, false)
      if (span === undefined) break
      found.push(span)
      from = span.end
    }
    return found
  }

  /** The leftmost match, of those the longest; all threads go through the text at once. */
  #search(text: string, from: number, any: boolean): Span | undefined {
    let threads: Threads = new Map()
    let best: Span | undefined
    for (let at = from; ; ) {
      if (best === undefined) this.#follow(threads, 0, at, at, text)
      const accepted = threads.get(this.#program.length - 1)
      if (accepted !== undefined && (any || at > accepted)) {
        if (any) return { start: accepted, end: at }
        if (best === undefined || accepted <= best.start) best = { start: accepted, end: at }
      }
      if (at >= text.length) return best
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      const next = at + character.length
      const moved: Threads = new Map()
      for (const [index, start] of threads) {
        if (best !== undefined && start > best.start) continue
        const state = this.#program[index]
        if (state?.kind === 'one' && state.is(character)) {
          this.#follow(moved, index + 1, start, next, text)
        }
      }
      if (best !== undefined && moved.size === 0) return best
      threads = moved
      at = next
    }
  }

  /** Adds a state, and all that it leads to without a character; the earliest start of each counts. */
  #follow(threads: Threads, index: number, start: number, at: number, text: string): void {
    const open = [index]
    for (let now = open.pop(); now !== undefined; now = open.pop()) {
      const known = threads.get(now)
      if (known !== undefined && known <= start) continue
      threads.set(now, start)
      const state = this.#program[now]
      if (state === undefined) continue
      if (state.kind === 'split') open.push(...state.to)
      else if (state.kind === 'begin' && at === 0) open.push(now + 1)
      else if (state.kind === 'end' && at === text.length) open.push(now + 1)
    }
  }
}

/** Numbers of states, with where their earliest thread began. */
type Threads = Map<number, number>

type State =
  | { readonly kind: 'one'; readonly is: CharacterTest }
  | { readonly kind: 'begin' | 'end' | 'accept' }
  | { readonly kind: 'split'; to: readonly number[] }

/** One state after the other; a split names where it goes on, the last one accepts. */
function compile(node: Node): readonly State[] {
  const program: State[] = []
  const add = (state: State): State => {
    if (program.length >= MOST_STATES) {
      throw new PatternError('这个模式展开以后太大，减少“{}”里的次数', 0)
    }
    program.push(state)
    return state
  }
  const split = () => add({ kind: 'split', to: [] }) as Extract<State, { kind: 'split' }>
  const emit = (part: Node): void => {
    switch (part.kind) {
      case 'one':
      case 'begin':
      case 'end':
        add(part)
        return
      case 'sequence':
        for (const one of part.parts) emit(one)
        return
      case 'choice':
        emitChoice(part.parts)
        return
      case 'repeat':
        for (let count = 0; count < part.least; count++) emit(part.of)
        if (part.most === Infinity) emitLoop(part.of)
        else for (let count = part.least; count < part.most; count++) emitOptional(part.of)
    }
  }
  const emitChoice = (parts: readonly Node[]): void => {
    const fork = split()
    const starts: number[] = []
    const ends: Extract<State, { kind: 'split' }>[] = []
    for (const part of parts) {
      starts.push(program.length)
      emit(part)
      ends.push(split())
    }
    fork.to = starts
    for (const end of ends) end.to = [program.length]
  }
  const emitLoop = (part: Node): void => {
    const at = program.length
    const fork = split()
    emit(part)
    split().to = [at]
    fork.to = [at + 1, program.length]
  }
  const emitOptional = (part: Node): void => {
    const at = program.length
    const fork = split()
    emit(part)
    fork.to = [at + 1, program.length]
  }
  emit(node)
  program.push({ kind: 'accept' })
  return program
}

function parse(source: string): Node {
  if (source === '') throw new PatternError('模式是空的', 0)
  if (source.length > LONGEST_PATTERN) {
    throw new PatternError(`模式超过${LONGEST_PATTERN}个字符，分成几条规则`, LONGEST_PATTERN)
  }
  const parser = new Parser(source)
  const node = parser.choice(0)
  if (parser.at < source.length) throw new PatternError('“)”没有配对的“(”', parser.at)
  return node
}

// {2} · {2,} · {2,5}
const COUNT = /\{(?<least>\d{1,4})(?:(?<comma>,)(?<most>\d{1,4})?)?\}/uy
// \d \s \w and their opposites; \p{Script=Han}; a sign taken as it is
const ESCAPE = /\\(?:[dDsSwWnrt]|[pP]\{[\w=]{1,40}\}|[\^$\\.*+?()[\]{}|/-])/uy
const CLASS = /\[\^?(?:\\.|[^\]\\])+\]/suy

/** A cursor, and one method for each part of the grammar. */
class Parser {
  at = 0
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  choice(depth: number): Node {
    if (depth > DEEPEST) throw new PatternError(`括号套了超过${DEEPEST}层`, this.at)
    const parts = [this.#sequence(depth)]
    while (this.#source[this.at] === '|') {
      this.at++
      parts.push(this.#sequence(depth))
    }
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts }
  }

  #sequence(depth: number): Node {
    const parts: Node[] = []
    while (this.at < this.#source.length && !'|)'.includes(this.#source[this.at] ?? '')) {
      parts.push(this.#repeated(this.#atom(depth)))
    }
    return { kind: 'sequence', parts }
  }

  #atom(depth: number): Node {
    const start = this.at
    const character = String.fromCodePoint(this.#source.codePointAt(start) ?? 0)
    switch (character) {
      case '(':
        return this.#group(depth)
      case '[':
        return this.#one(CLASS, '“[”没有配对的“]”')
      case '\\':
        if (/[1-9k]/u.test(this.#source[start + 1] ?? '')) {
          throw new PatternError('模式里不能引用前面的组', start)
        }
        return this.#one(ESCAPE, '“\\”后面的字符不能这样写')
      case '^':
        this.at++
        return { kind: 'begin' }
      case '$':
        this.at++
        return { kind: 'end' }
      case '.':
        this.at++
        return { kind: 'one', is: () => true }
      case '*':
      case '+':
      case '?':
      case '{':
        throw new PatternError(`“${character}”前面没有可以重复的内容`, start)
      case ']':
      case '}':
        throw new PatternError(`“${character}”不作符号用时前面应当有“\\”`, start)
      default:
        this.at += character.length
        return { kind: 'one', is: (other) => other === character }
    }
  }

  #group(depth: number): Node {
    const start = this.at
    this.at++
    if (this.#source.startsWith('?:', this.at)) this.at += 2
    else if (this.#source[this.at] === '?') {
      throw new PatternError('模式里不能用“(?=”“(?!”“(?<”一类，反面的要求写成 notPattern', start)
    }
    const node = this.choice(depth + 1)
    if (this.#source[this.at] !== ')') throw new PatternError('“(”没有配对的“)”', start)
    this.at++
    return node
  }

  /** One character of a class or an escape, which the engine's own expressions know. */
  #one(form: RegExp, message: string): Node {
    form.lastIndex = this.at
    const [written] = form.exec(this.#source) ?? []
    if (written === undefined) throw new PatternError(message, this.at)
    const expression = expressionOf(written, this.at)
    this.at += written.length
    const known = new Map<string, boolean>()
    return {
      kind: 'one',
      is: (character) => {
        const told = known.get(character)
        if (told !== undefined) return told
        const answer = expression.test(character)
        known.set(character, answer)
        return answer
      },
    }
  }

  #repeated(of: Node): Node {
    const start = this.at
    const [least, most] = this.#count()
    if (least === undefined || most === undefined) return of
    if (most < least) throw new PatternError('“{}”里的次数应当由小到大', start)
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS)) {
      throw new PatternError(`“{}”里的次数不能超过${MOST_REPEATS}`, start)
    }
    if (/[*+?{]/u.test(this.#source[this.at] ?? '')) {
      throw new PatternError('一个内容后面只能有一个“*”“+”“?”或者“{}”', this.at)
    }
    return { kind: 'repeat', of, least, most }
  }

  #count(): readonly [number, number] | readonly [] {
    const sign = this.#source[this.at] ?? ''
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const
    if (Object.hasOwn(simple, sign)) {
      this.at++
      return simple[sign as keyof typeof simple]
    }
    if (sign !== '{') return []
    COUNT.lastIndex = this.at
    const found = COUNT.exec(this.#source)
    if (found === null) throw new PatternError('“{”后面应当是次数和“}”', this.at)
    this.at += found[0].length
    const { least = '', comma, most } = found.groups ?? {}
    if (comma === undefined) return [Number(least), Number(least)]
    return [Number(least), most === undefined ? Infinity : Number(most)]
  }
}

function expressionOf(written: string, at: number): RegExp {
  try {
    return new RegExp(`^${written}$`, 'u')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new PatternError(`“${written}”不能这样写`, at)
  }
}
