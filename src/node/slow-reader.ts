import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Source, UnreadableError, type UnreadableReason } from '../readers/reader.ts'
import type { Document } from '../table/model.ts'
import { distFolder } from './data.ts'

/** What the process is asked. */
export interface Question {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the process answers. */
export type Answer =
  | { readonly document: Document }
  | { readonly unreadable: { readonly reason: UnreadableReason; readonly message: string } }
  | { readonly failed: string }

/** No file of an office takes longer than this to read. */
const TIME_LIMIT_MS = 30_000
/** Heap of the process, in MiB; buffers come on top and are bounded by the readers themselves. */
const HEAP_LIMIT_MB = 256

/**
 * Reads files by libraries that a hostile file could hang or blow up, in a process of its own
 * that is ended when it takes too long. It is started with the first file and serves them all. A
 * thread is not enough: where V8 finds no room for one large array, it ends the whole process.
 */
export class SlowReader {
  #child: ChildProcess | undefined

  /** Throws {@link UnreadableError} also when time or memory run out. */
  async read({ name, bytes }: Source, limit = TIME_LIMIT_MS): Promise<Document> {
    const answer = await this.#ask(this.#start(), { name, bytes }, limit)
    if ('document' in answer) return answer.document
    if ('unreadable' in answer) {
      throw new UnreadableError(answer.unreadable.reason, answer.unreadable.message)
    }
    throw new Error(answer.failed)
  }

  /** Ends the reading process, so that the run can end. */
  async close(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child
    const child = fork(join(distFolder(), 'cli', 'worker.mjs'), {
      execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
      serialization: 'advanced',
      // What a library prints is not for the user.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    this.#child = child
    return child
  }

  #ask(child: ChildProcess, question: Question, limit: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#child = undefined
        child.kill('SIGKILL')
        done(() => reject(tooSlow(limit)))
      }, limit)
      const answered = (answer: unknown) => done(() => resolve(answer as Answer))
      const died = (error: Error) => {
        this.#child = undefined
        done(() => reject(error))
      }
      const left = (code: number | null, signal: string | null) =>
        died(
          isOutOfMemory(code, signal)
            ? tooBig()
            : new Error(`the reading process ended with ${code ?? signal}`),
        )
      const done = (settle: () => void) => {
        clearTimeout(timer)
        child.off('message', answered).off('exit', left)
        child.off('error', died)
        settle()
      }
      child.on('message', answered).on('error', died).on('exit', left)
      // A pipe that breaks shows as the end of the process.
      child.send(question, () => {})
    })
  }
}

function tooSlow(limit: number): UnreadableError {
  const seconds = Math.round(limit / 1000)
  return new UnreadableError(
    'timeout',
    `读取超过${seconds}秒没有完成，已经放弃；文件可能损坏或者有意做大，应当重新另存后再检查。`,
  )
}

function tooBig(): UnreadableError {
  return new UnreadableError(
    'too-large',
    '读取所需的内存超过上限，已经放弃；应当拆分或者重新另存后再检查。',
  )
}

/** V8 aborts when its heap is full (134 where a shell tells it); the system kills what takes more. */
function isOutOfMemory(code: number | null, signal: string | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134
}
