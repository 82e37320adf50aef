import type { AuthorityRecord } from '../authority/authority.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Config } from './config.ts'
import { ITEM_TYPE } from './own-item-types.ts'
import { type RecordSort, readOwnRecords } from './own-records.ts'

/**
 * The authorities with the records and item types of a user's own files; messages name files as
 * seen from a folder. Throws `ConfigError` with the line of the first mistake.
 */
export function addOwn(
  authorities: Authorities,
  { authorities: files, deadlines }: Pick<Config, 'authorities' | 'deadlines'>,
  folder: string,
): Authorities {
  return authorities.withOwn(
    readOwnRecords(files, folder, AUTHORITY),
    readOwnRecords(deadlines, folder, ITEM_TYPE),
  )
}

const AUTHORITY: RecordSort<AuthorityRecord> = {
  name: '依据',
  schema: 'authority.schema.json',
  definition: 'record',
  expected: {
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
  },
}
