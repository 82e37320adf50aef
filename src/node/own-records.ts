import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { nearest } from '../text/distance.ts'
import { type JsonNode, jsonValue, nodeAt } from '../text/json.ts'
import { excerpt } from '../text/printable.ts'
import { distFolder } from './data.ts'
import { type JsonFile, readJsonFile } from './json-file.ts'

/** A sort of records that users write in files of their own. */
export interface RecordSort<T> {
  /** What messages call them. */
  readonly name: string
  /** The file in schemas/, and which of its definitions a record follows. */
  readonly schema: string
  readonly definition: string
  /** What a part of the schema asks for, by its name there; 应当 stands before it. */
  readonly expected: Readonly<Record<string, string>>
  /** What is wrong with a record that follows the schema. */
  faults?(record: T): Iterable<RecordFault>
}

export interface RecordFault {
  /** Keys and indexes that lead to what is wrong. */
  readonly path: readonly string[]
  /** One Chinese sentence without 。 */
  readonly message: string
}

/**
 * The records of files that each list some; messages name files as seen from a folder. Throws
 * `ConfigError` with the line of the first mistake.
 */
export function readOwnRecords<T extends { readonly id: string }>(
  files: readonly string[],
  folder: string,
  sort: RecordSort<T>,
): T[] {
  if (files.length === 0) return []
  const validate = compileSchema(sort)
  const ids = new Set<string>()
  return files.flatMap((file) => {
    const source = readJsonFile(file, folder)
    if (source.root.kind !== 'array') {
      throw source.fault(source.root.span.start, `${sort.name}应当逐条写在一对方括号里`)
    }
    return source.root.items.map((node) => {
      const record = readRecord(node, source, sort, validate)
      if (ids.has(record.id)) throw source.fault(node.span.start, `id“${record.id}”写了两次`)
      ids.add(record.id)
      return record
    })
  })
}

function compileSchema<T>({ schema, definition }: RecordSort<T>): ValidateFunction<T> {
  const file = join(distFolder(), '..', 'schemas', schema)
  const parsed = JSON.parse(readFileSync(file, 'utf8'))
  // Whether the schema is one itself costs as much again to find out, and a test has.
  return new Ajv2020({ verbose: true, validateSchema: false })
    .addSchema(parsed)
    .compile<T>({ $ref: `${parsed.$id}#/$defs/${definition}` })
}

function readRecord<T>(
  node: JsonNode,
  { fault }: JsonFile,
  { expected, faults }: RecordSort<T>,
  validate: ValidateFunction<T>,
): T {
  const value = jsonValue(node)
  if (validate(value)) {
    for (const { path, message } of faults?.(value) ?? []) {
      throw fault(nodeAt(node, path).span.start, message)
    }
    return value
  }
  const errors = validate.errors ?? []
  const [error] = errors
  if (error === undefined) throw new Error('own-records: the schema refused without a reason')
  const path = error.instancePath.split('/').slice(1)
  const at = nodeAt(node, path)
  const message = isChoice(errors) ? lacksAll(errors, path) : explain(error, path, at, expected)
  throw fault(keyedAt(at, error) ?? at.span.start, message)
}

/** Where the key stands that an error is about, where it is about a key and not a value. */
function keyedAt(node: JsonNode, { params, propertyName }: ErrorObject): number | undefined {
  const key = params.additionalProperty ?? params.property ?? propertyName
  if (node.kind !== 'object' || key === undefined) return undefined
  return node.members.find((member) => member.key === key)?.keySpan.start
}

/** Whether several keys are missing of which one would do. */
function isChoice(errors: readonly ErrorObject[]): boolean {
  const [first, second] = errors
  return first?.keyword === 'required' && second?.keyword === 'required'
}

function lacksAll(errors: readonly ErrorObject[], path: readonly string[]): string {
  const keys = errors.flatMap(({ params }) => params.missingProperty ?? [])
  return `${fieldOf(path)}缺少 ${keys.join(' 或者 ')}`
}

const TYPES: Readonly<Record<string, string>> = {
  object: '写在一对花括号里',
  array: '写在一对方括号里',
  string: '是文字',
  integer: '是整数',
}

/** What is wrong, as a sentence without 。: which field, what it should be, what stands there. */
function explain(
  error: ErrorObject,
  path: readonly string[],
  node: JsonNode,
  expected: RecordSort<unknown>['expected'],
): string {
  const { keyword, params, propertyName, parentSchema } = error
  const field = fieldOf(path)
  const part = error.schemaPath.split('/').at(-2) ?? ''
  const actual = insteadOf(propertyName, node)
  switch (keyword) {
    case 'required':
      return `${field}缺少 ${params.missingProperty}`
    case 'dependentRequired':
      return `${field}有 ${params.property}，应当同时有 ${params.missingProperty}`
    case 'additionalProperties':
      return `${field}没有“${params.additionalProperty}”这一项${meant(params.additionalProperty, Object.keys(parentSchema?.properties ?? {}))}`
    case 'enum':
      return `${field}应当是 ${params.allowedValues.join('、')}之一${actual}`
    case 'const':
      return `${field}应当是 ${params.allowedValue}${actual}`
    case 'uniqueItems':
      return `${field}的第${params.j + 1}项和第${params.i + 1}项相同`
    case 'minItems':
    case 'minProperties':
      return params.limit > 1
        ? `${field}应当至少有${params.limit}项`
        : `${field}是空的，应当写明内容或者不写这一项`
    case 'type':
      return `${field}应当${expected[part] ?? TYPES[params.type] ?? `是 ${params.type}`}${actual}`
    default:
      return `${field}应当${expected[part] ?? `合于 ${error.message}`}${actual}`
  }
}

/** The field that a path leads to, as the subject of a sentence. */
function fieldOf(path: readonly string[]): string {
  return path.length === 0 ? '这一条' : `${path.join('.')} `
}

function insteadOf(propertyName: string | undefined, node: JsonNode): string {
  if (propertyName === undefined && node.kind !== 'scalar') return ''
  const text = propertyName ?? String(jsonValue(node))
  return `，不能是“${excerpt(text, 40)}”`
}

function meant(key: string, keys: readonly string[]): string {
  const near = nearest(key, keys)
  return near === undefined ? '' : `，是否指 ${near}？`
}
