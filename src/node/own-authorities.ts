import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { AuthorityRecord } from '../authority/authority.ts'
import { nearest } from '../text/distance.ts'
import { type JsonNode, jsonValue, nodeAt } from '../text/json.ts'
import { excerpt } from '../text/printable.ts'
import { distFolder } from './data.ts'
import { type JsonFile, readJsonFile } from './json-file.ts'

/**
 * The records of a user's own files, each as schemas/authority.schema.json has it; messages name
 * files as seen from a folder. Throws `ConfigError` with the line that breaks the schema.
 */
export function readOwnAuthorities(files: readonly string[], folder: string): AuthorityRecord[] {
  const validate = compileSchema()
  const ids = new Set<string>()
  return files.flatMap((file) => {
    const source = readJsonFile(file, folder)
    if (source.root.kind !== 'array') {
      throw source.fault(source.root.span.start, '依据应当逐条写在一对方括号里')
    }
    return source.root.items.map((node) => {
      const record = readRecord(node, source, validate)
      if (ids.has(record.id)) throw source.fault(node.span.start, `id“${record.id}”写了两次`)
      ids.add(record.id)
      return record
    })
  })
}

function compileSchema(): ValidateFunction<AuthorityRecord> {
  const file = join(distFolder(), '..', 'schemas', 'authority.schema.json')
  const schema = JSON.parse(readFileSync(file, 'utf8'))
  // Whether the schema is one itself costs as much again to find out, and a test has.
  return new Ajv2020({ verbose: true, validateSchema: false })
    .addSchema(schema)
    .compile<AuthorityRecord>({ $ref: `${schema.$id}#/$defs/record` })
}

function readRecord(
  node: JsonNode,
  { fault }: JsonFile,
  validate: ValidateFunction<AuthorityRecord>,
): AuthorityRecord {
  const value = jsonValue(node)
  if (validate(value)) return value
  const error = validate.errors?.[0]
  if (error === undefined) throw new Error('own-authorities: the schema refused without a reason')
  const path = error.instancePath.split('/').slice(1)
  const at = nodeAt(node, path)
  throw fault(keyedAt(at, error) ?? at.span.start, explain(error, path, at))
}

/** Where the key stands that an error is about, where it is about a key and not a value. */
function keyedAt(node: JsonNode, { params, propertyName }: ErrorObject): number | undefined {
  const key = params.additionalProperty ?? params.property ?? propertyName
  if (node.kind !== 'object' || key === undefined) return undefined
  return node.members.find((member) => member.key === key)?.keySpan.start
}

/** What a part of the schema asks for, by its name there. */
const EXPECTED: Readonly<Record<string, string>> = {
  date: '写到知道的程度，如“2023”“2023-05”“2023-05-12”',
  day: '是一天，如“2023-05-12”',
  text: '是一行文字，首尾没有空白',
  source: '是 http:// 或者 https:// 开头的网址',
  order: '是令号，如“云岭市人民政府令第12号”',
  number: '是发文字号，如“云政发〔2023〕5号”，或者标准号，如“GB/T 9704—2012”',
  id: '以 law:、reg:、rule:、doc: 或者 std: 开头',
  term: '是届次，如“十四届”',
  count: '是大于0的整数',
  propertyNames: '以条序为名，如“20”“120之2”',
}

const TYPES: Readonly<Record<string, string>> = {
  object: '写在一对花括号里',
  array: '写在一对方括号里',
  string: '是文字',
  integer: '是整数',
}

/** What is wrong, as a sentence without 。: which field, what it should be, what stands there. */
function explain(error: ErrorObject, path: readonly string[], node: JsonNode): string {
  const { keyword, params, propertyName, parentSchema } = error
  const field = path.length === 0 ? '这一条' : `${path.join('.')} `
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
    case 'uniqueItems':
      return `${field}的第${params.j + 1}项和第${params.i + 1}项相同`
    case 'minItems':
    case 'minProperties':
      return `${field}是空的，应当写明内容或者不写这一项`
    case 'type':
      return `${field}应当${EXPECTED[part] ?? TYPES[params.type] ?? `是 ${params.type}`}${actual}`
    default:
      return `${field}应当${EXPECTED[part] ?? `合于 ${error.message}`}${actual}`
  }
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
