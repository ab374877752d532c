// The evidence pack: the server puts the picture, the table and the sources into one page.
import { ask } from '../../api'
import { writeView } from '../address'
import type { Controller } from '../controller'
import { picture } from './picture'

export async function pack(map: Controller, title: string, signal: AbortSignal): Promise<Blob> {
  const svg = await (await picture.svg(map, title)).text()
  const answer = await ask('/map/pack', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, signal,
    body: JSON.stringify({ title, query: writeView(map.state.view), svg }),
  })
  return answer.blob()
}
