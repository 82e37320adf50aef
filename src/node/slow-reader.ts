import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Source, UnreadableError, type UnreadableReason } from '../readers/reader.ts'
import type { Document } from '../table/model.ts'
import { distFolder } from './data.ts'

/** What the thread is asked. */
export interface Question {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the thread answers. */
export type Answer =
  | { readonly document: Document }
  | { readonly unreadable: { readonly reason: UnreadableReason; readonly message: string } }
  | { readonly failed: string }

/** No file of an office takes longer than this to read. */
const TIME_LIMIT_MS = 30_000
/** Heap of the thread, in MiB; buffers come on top and are bounded by the readers themselves. */
const HEAP_LIMIT_MB = 384

/**
 * Reads files by libraries that a hostile file could hang or blow up, in a thread of its own that
 * is ended when it takes too long. The thread is started with the first file and serves them all.
 */
export class SlowReader {
  #worker: Worker | undefined

  /** Throws {@link UnreadableError} also when time or memory run out. */
  async read({ name, bytes }: Source, limit = TIME_LIMIT_MS): Promise<Document> {
    const worker = this.#start()
    const answer = await this.#ask(worker, { name, bytes }, limit)
    if ('document' in answer) return answer.document
    if ('unreadable' in answer) {
      throw new UnreadableError(answer.unreadable.reason, answer.unreadable.message)
    }
    throw new Error(answer.failed)
  }

  /** Ends the thread, so that the process can end. */
  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  #start(): Worker {
    this.#worker ??= new Worker(join(distFolder(), 'cli', 'worker.mjs'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
      // What a library prints is not for the user.
      stdout: true,
      stderr: true,
    })
    return this.#worker
  }

  #ask(worker: Worker, question: Question, limit: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#worker = undefined
        void worker.terminate()
        done(() => reject(tooSlow(limit)))
      }, limit)
      const answered = (answer: Answer) => done(() => resolve(answer))
      const died = (error: Error) => {
        this.#worker = undefined
        done(() => reject(isOutOfMemory(error) ? tooBig() : error))
      }
      const left = (code: number) => died(new Error(`the reading thread ended with ${code}`))
      const done = (settle: () => void) => {
        clearTimeout(timer)
        worker.off('message', answered).off('error', died).off('exit', left)
        settle()
      }
      worker.on('message', answered).on('error', died).on('exit', left)
      worker.postMessage(question)
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

function isOutOfMemory(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
