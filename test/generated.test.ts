import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { configSchema, dictionarySchema } from '../tools/config-schema.ts'
import { rulePage } from '../tools/rule-page.ts'

test.each(rules)('the page of $id is up to date', (rule) => {
  const page = readFileSync(`docs/rules/${rule.id}.md`, 'utf8')
  expect(page).toBe(rulePage(rule))
})

test('there is no page of a rule that is gone', () => {
  const pages = readdirSync('docs/rules').map((name) => name.replace(/\.md$/u, ''))
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort())
})

test.each(['README.md', 'README.en.md'])('%s lists every rule', (file) => {
  const text = readFileSync(file, 'utf8')
  for (const { id, title } of rules)
    expect(text).toContain(`[\`${id}\`](docs/rules/${id}.md) | ${title}`)
})

test.each([
  ['config', configSchema(rules)],
  ['dictionary', dictionarySchema()],
])('the schema of %s is up to date', (name, schema) => {
  expect(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))).toEqual(schema)
})
