import { damaged } from './directory.ts'

/** The characters for which XML has names of its own; no other names without a document type. */
const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Characters between tags as they are meant. Throws when a reference means nothing. */
export function resolveText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/gu, '\n') : raw
  if (text.includes(']]>')) throw damaged()
  return text.includes('&') ? resolve(text) : text
}

/** The value of an attribute as it is meant: line breaks and tabs are blanks. */
export function resolveAttribute(raw: string): string {
  if (raw.includes('<')) throw damaged()
  const value = /[\t\n\r]/u.test(raw) ? raw.replace(/\r\n|[\t\n\r]/gu, ' ') : raw
  return value.includes('&') ? resolve(value) : value
}

/** The longest reference is `&#x10FFFF;`. */
const MAX_REFERENCE = 10

function resolve(text: string): string {
  let resolved = ''
  let done = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', done)) {
    const end = text.slice(at, at + MAX_REFERENCE).indexOf(';')
    const character = end === -1 ? undefined : characterOf(text.slice(at + 1, at + end))
    if (character === undefined) throw damaged()
    resolved += text.slice(done, at) + character
    done = at + end + 1
  }
  return resolved + text.slice(done)
}

const NUMBER = /^#(?:x(?<hex>[0-9A-Fa-f]+)|(?<decimal>\d+))$/u

function characterOf(reference: string): string | undefined {
  const { hex, decimal } = NUMBER.exec(reference)?.groups ?? {}
  if (hex !== undefined) return characterAt(Number.parseInt(hex, 16))
  return decimal === undefined ? NAMED.get(reference) : characterAt(Number(decimal))
}

function characterAt(code: number): string | undefined {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return character !== '' && isText(character) ? character : undefined
}

/** Most control characters and lone surrogates. */
const FORBIDDEN = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Whether XML allows all the characters. */
export function isText(text: string): boolean {
  return !FORBIDDEN.test(text)
}
