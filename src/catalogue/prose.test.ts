import { expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { type Prose, proseTasks } from './prose.ts'
import { recognise } from './recognise.ts'

test.each<[string, readonly string[], number, readonly string[]]>([
  [
    'labels at the end of each task',
    [
      '1.更新目录。责任单位：办公室',
      '2.发布年报。（牵头单位：办公室；配合单位：各科室）',
      '3.制作图解。责任科室：法规科',
    ],
    3,
    ['leadOffice:办公室', 'leadOffice:办公室', 'supportOffice:各科室', 'leadOffice:法规科'],
  ],
  [
    'labels in a paragraph of their own',
    [
      '（一）更新目录。',
      '责任单位：办公室',
      '完成时限：年底前',
      '（二）发布年报。',
      '责任单位：办公室',
      '（三）制作图解。',
      '责任单位：法规科',
    ],
    3,
    ['leadOffice:办公室', 'deadline:年底前', 'leadOffice:办公室', 'leadOffice:法规科'],
  ],
  [
    'brackets without a label',
    [
      '1.更新目录（办公室牵头，各科室配合）',
      '2.发布年报（办公室负责）',
      '3.制作图解（法规科牵头）',
    ],
    3,
    ['leadOffice:办公室', 'supportOffice:各科室', 'leadOffice:办公室', 'leadOffice:法规科'],
  ],
])('%s', async (_name, lines, tasks, duties) => {
  const prose = await read(lines)
  expect(prose?.tasks).toHaveLength(tasks)
  const told = prose?.duties.map(
    ({ role, passage, span }) => `${role}:${passage.text.slice(span.start, span.end)}`,
  )
  expect(told).toEqual(duties)
})

test.each<[string, readonly string[]]>([
  [
    'a notice that names somebody once',
    ['1.更新目录。', '2.发布年报。责任单位：办公室', '3.制作图解。'],
  ],
  ['no word of who does it', ['1.更新目录。', '2.发布年报。', '3.制作图解。']],
])('is none: %s', async (_name, lines) => {
  expect(await read(lines)).toBeUndefined()
})

test('a heading that names somebody covers the tasks below', async () => {
  const lines = [
    ...['一、公开（责任单位：办公室）', '1.更新目录', '2.发布年报'],
    ...[
      '二、解读',
      '3.制作图解。责任单位：法规科',
      '4.接受访谈。责任单位：法规科',
      '5.组织座谈。责任单位：法规科',
    ],
  ]
  const prose = await read(lines)
  expect(prose?.tasks.map(({ isCovered }) => isCovered)).toEqual([true, true, false, false, false])
})

test('a document of such tasks is a ledger', async () => {
  const lines = [
    '1.更新目录。责任单位：办公室',
    '2.发布年报。责任单位：办公室',
    '3.制作图解。责任单位：法规科',
  ]
  const found = recognise(await documentOf(['# 2026年政务公开工作分工', ...lines]))
  expect(found.kind).toBe('ledger')
  expect(recognise(await documentOf(['# 消防安全检查通知', ...lines])).kind).toBeUndefined()
})

async function read(lines: readonly string[]): Promise<Prose | undefined> {
  const { blocks } = await documentOf(lines)
  return proseTasks(blocks.filter((block) => block.kind === 'paragraph'))
}

function documentOf(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(`${lines.join('\n\n')}\n`)
  return readDocument({ name: '分工.txt', bytes })
}
