import { UnreadableError } from '../reader.ts'

/** For what contradicts itself, which no reader can put right. */
export function damaged(): UnreadableError {
  return new UnreadableError(
    'damaged',
    '文件是旧版 Office 文件，但内部结构已经损坏，无法读取；应当重新获取文件。',
  )
}

/** For what points past the end of the file, where the whole file has something. */
export function truncated(): UnreadableError {
  return new UnreadableError(
    'truncated',
    '文件是旧版 Office 文件，但不完整，后面的内容已经缺失；应当重新获取文件。',
  )
}
