import type { RunResult } from '../engine/result.ts'

/** How a report is to be rendered. */
export interface RenderOptions {
  readonly color: boolean
}

type Renderer = (run: RunResult, options: RenderOptions) => string

/** Every output by name; each is loaded when it is used. */
export const FORMATS = {
  text: async () => {
    const { renderText } = await import('./text.ts')
    return (run, { color }) => renderText(run, color)
  },
  concise: async () => {
    const { renderConcise } = await import('./concise.ts')
    return (run) => renderConcise(run)
  },
  json: async () => {
    const { renderJson } = await import('./json.ts')
    return (run) => renderJson(run)
  },
} satisfies Record<string, () => Promise<Renderer>>

export type FormatName = keyof typeof FORMATS

/** Renders a report. */
export async function render(
  name: FormatName,
  run: RunResult,
  options: RenderOptions,
): Promise<string> {
  const renderer: Renderer = await FORMATS[name]()
  return renderer(run, options)
}
