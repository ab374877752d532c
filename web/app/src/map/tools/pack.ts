// The evidence pack: the server puts the picture, the table and the sources into one page.
import { Problem } from '../../api'
import { writeView } from '../address'
import type { Controller } from '../controller'
import { picture } from './picture'

export async function pack(map: Controller, title: string, signal: AbortSignal): Promise<Blob> {
  const svg = await (await picture.svg(map, title)).text()
  const answer = await fetch('/map/pack', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, signal,
    body: JSON.stringify({ title, query: writeView(map.state.view), svg }),
  }).catch((err) => {
    if (signal.aborted) throw err
    throw new Problem('The server does not answer. Check that it is running and that you are connected.')
  })
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}))
    throw new Problem(problem.detail ?? `The server answered ${answer.status}.`)
  }
  return answer.blob()
}
