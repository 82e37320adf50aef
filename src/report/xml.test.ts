import { expect, test } from 'vitest'
import { attributes, escapeXml } from './xml.ts'

test.each([
  ['甲 < 乙 && "丙" > 丁', '甲 &lt; 乙 &amp;&amp; &quot;丙&quot; &gt; 丁'],
  [']]>', ']]&gt;'],
  ['\u0000\u001b\ufffe\ud800', '\ufffd\ufffd\ufffd\ufffd'],
  ['𠮷', '𠮷'],
])('%s is written %s', (text, written) => {
  expect(escapeXml(text)).toBe(written)
})

test('an attribute that is absent is left out', () => {
  expect(attributes({ name: '目录.csv', line: 1, column: undefined })).toBe(
    ' name="目录.csv" line="1"',
  )
})
