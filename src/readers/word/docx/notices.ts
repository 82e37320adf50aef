import type { Notice } from '../../../table/model.ts'
import { type Anchor, placeName } from './place.ts'
import type { Story } from './story.ts'

/** What whoever reads the report should know of a document. */
export function noticesOf({ hidden, covered, cut }: Story): readonly Notice[] {
  return [
    ...counted(
      hidden.map(({ at }) => at),
      (count, first) => ({
        kind: 'hidden-text',
        text: `文档有${count}处隐藏文字，不作为正文读取，第一处在${first}；应当删去，或者取消隐藏。`,
      }),
    ),
    ...counted(
      covered.map(({ at }) => at),
      (count, first) => ({
        kind: 'hidden-text',
        text: `文档有${count}个被合并的单元格里还有看不见的文字，不作为正文读取，第一个在${first}；应当删去，或者移到合并后的单元格里。`,
      }),
    ),
    ...counted(cut, (count, first) => ({
      kind: 'span-limit',
      text: `文档有${count}个单元格合并的列数超过 Word 的上限，已按表格的实际列数读取，第一个在${first}；应当重新合并这些单元格。`,
    })),
  ]
}

/** One notice for all the places at which something was found. */
function counted(
  places: readonly Anchor[],
  tell: (count: number, first: string) => Notice,
): readonly Notice[] {
  const [first] = places
  return first === undefined ? [] : [tell(places.length, placeName(first))]
}
