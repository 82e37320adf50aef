import { PROFILES } from '../authority/item-type.ts'
import { KINDS } from '../catalogue/role.ts'
import { SEVERITIES } from '../rule/rule.ts'

/** What a setting takes. */
export type Shape =
  | { readonly kind: 'text' | 'flag' | 'count' | 'day' | 'encoding' | 'glob' | 'word' }
  | { readonly kind: 'path'; readonly to: 'file' | 'folder' | 'either' | 'any' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** One, or a list of them. */
  | { readonly kind: 'some'; readonly of: Shape }
  /** Rules and families of rules, each with its severity. */
  | { readonly kind: 'rules' }
  /** Wrong words, each with the right one. */
  | { readonly kind: 'pairs' }
  | ObjectShape
  /** Whichever fits the first letter: a path, or the thing itself. */
  | { readonly kind: 'path-or'; readonly of: ObjectShape }

export interface ObjectShape {
  readonly kind: 'object'
  readonly keys: Readonly<Record<string, Key>>
  readonly required?: readonly string[]
}

export interface Key {
  readonly shape: Shape
  /** What it is for; read by people in editors. */
  readonly describe: string
}

export const RULE_SEVERITIES = ['off', 'info', 'warning', 'error'] as const

/** Longer lists are no settings that a person wrote. */
export const MOST_ITEMS = 200
export const MOST_RULES = 1_000
export const MOST_WORDS = 20_000
export const LONGEST_WORD = 50

const FILES: Shape = { kind: 'some', of: { kind: 'path', to: 'file' } }
const GLOBS: Shape = { kind: 'some', of: { kind: 'glob' } }

/** What may differ from file to file. */
const OF_FILES = {
  kind: {
    shape: { kind: 'choice', of: ['auto', ...KINDS] },
    describe: '文件的种类，默认 auto，自动识别',
  },
  profile: {
    shape: { kind: 'choice', of: ['auto', ...PROFILES] },
    describe: '由谁公开：部门、县级政府、乡镇街道、试点领域；默认 auto，按公开主体判断',
  },
  asOf: { shape: { kind: 'day' }, describe: '按这一天的法律判断' },
  encoding: { shape: { kind: 'encoding' }, describe: '文本文件的编码' },
  rules: {
    shape: { kind: 'rules' },
    describe: '规则或者规则族的级别；单条规则的级别优先于规则族的',
  },
} satisfies Record<string, Key>

const OVERRIDE: ObjectShape = {
  kind: 'object',
  keys: {
    files: { shape: GLOBS, describe: '对哪些文件起作用，从设置文件所在的文件夹算起' },
    ...OF_FILES,
  },
  required: ['files'],
}

/** A file of words, which may also stand in the settings. */
export const WORDS: ObjectShape = {
  kind: 'object',
  keys: {
    $schema: { shape: { kind: 'text' }, describe: '本文件的格式' },
    typos: { shape: { kind: 'pairs' }, describe: '错字 → 正字，由 text-known-typo 检查' },
    terms: {
      shape: { kind: 'pairs' },
      describe: '不规范的用语 → 规范的用语，由 text-term-nonstandard 检查',
    },
    items: {
      shape: { kind: 'pairs' },
      describe: '不规范的事项名称 → 规范的名称，由 item-name-nonstandard 检查',
    },
    accept: { shape: { kind: 'some', of: { kind: 'word' } }, describe: '不算错的词' },
  },
}

/** Everything that a settings file may say, told once for reading it and for its schema. */
export const SETTINGS: ObjectShape = {
  kind: 'object',
  keys: {
    $schema: { shape: { kind: 'text' }, describe: '本文件的格式' },
    root: { shape: { kind: 'flag' }, describe: '不再向上级文件夹找设置文件' },
    extends: { shape: FILES, describe: '先读这些设置文件，本文件再改' },
    ...OF_FILES,
    overrides: {
      shape: { kind: 'some', of: OVERRIDE },
      describe: '对一部分文件的设置，后面的优先',
    },
    ignore: { shape: GLOBS, describe: '不检查哪些文件' },
    authorities: { shape: FILES, describe: '本省、本市的依据，格式见 authority.schema.json' },
    deadlines: { shape: FILES, describe: '本省、本市的事项类型，格式见 deadlines.schema.json' },
    lawbook: { shape: { kind: 'path', to: 'folder' }, describe: '法律文本的文件夹' },
    dictionary: {
      shape: { kind: 'some', of: { kind: 'path-or', of: WORDS } },
      describe: '自己的词：错字、不规范的用语和事项名称，不算错的词；写在这里或者写在文件里',
    },
    packs: {
      shape: { kind: 'some', of: { kind: 'path', to: 'either' } },
      describe: '自己写的规则',
    },
    baseline: { shape: { kind: 'path', to: 'any' }, describe: '存量问题的文件' },
    failOn: {
      shape: { kind: 'choice', of: SEVERITIES },
      describe: '达到这一级别时退出码为1，默认 error',
    },
    maxWarnings: { shape: { kind: 'count' }, describe: '警告超过这个数时退出码为1' },
  },
}

/** What a shape takes, as the end of 应当是…… */
export function told(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return '一个网址或者路径'
    case 'flag':
      return ' true 或者 false'
    case 'count':
      return '不小于0的整数'
    case 'day':
      return '存在的日期，写作 "YYYY-MM-DD"'
    case 'encoding':
      return '一种编码的名称，如 "gb18030"'
    case 'glob':
      return '一个通配符'
    case 'word':
      return '一个词'
    case 'path':
      return shape.to === 'folder' ? '一个文件夹的路径' : '一个路径'
    case 'choice':
      return ` ${shape.of.join('、')}之一`
    case 'some':
      return toldOfSome(shape.of)
    case 'rules':
      return '一对花括号，里面写 "规则": "级别"'
    case 'pairs':
      return '一对花括号，里面写 "错的词": "对的词"'
    case 'object':
      return '一对花括号，里面写设置项'
    case 'path-or':
      return '一个路径，或者一对花括号'
  }
}

const OF_SOME: Readonly<Partial<Record<Shape['kind'], string>>> = {
  path: '一个路径或者一列路径',
  glob: '一个通配符或者一列通配符',
  word: '一个词或者一列词',
  object: '一对花括号，或者一列花括号',
  'path-or': '一个路径、一对花括号，或者一列',
}

function toldOfSome(shape: Shape): string {
  return OF_SOME[shape.kind] ?? told(shape)
}
