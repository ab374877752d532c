// The picture as a file, with its title, day, legend and sources.
import { get, type Cited, type Proof } from '../../api'
import { dateWords, plural, shownWords } from '../../words'
import { question } from '../address'
import type { Controller } from '../controller'
import type { Paper } from '../draw/export'

export const scales = [{ label: 'PNG', scale: 2 }, { label: 'PNG, large', scale: 4 }]

export const picture = {
  async svg(map: Controller, title: string, cited = documents(map)): Promise<Blob> {
    const [draw, on] = await Promise.all([import('../draw/export'), paper(map, title, cited)])
    return new Blob([draw.svg(map.stage.picture(), on)], { type: 'image/svg+xml' })
  },
  async png(map: Controller, title: string, scale: number): Promise<Blob> {
    const [draw, on] = await Promise.all([import('../draw/export'), paper(map, title, documents(map))])
    return draw.png(map.stage.picture(), scale, on)
  },
}

async function paper(map: Controller, title: string, documents: Promise<Cited[]>): Promise<Paper> {
  const cited = (await documents).map((d) => [d.title, d.publisher, d.published && dateWords(d.published)].filter(Boolean).join(', '))
  return { title, subtitle: subtitle(map), sources: [...(cited.length ? [`Sources: ${cited.join('; ')}.`] : []), `Made from ${location.href}`] }
}

/** The documents behind the lines; a picture without them is better than none. */
export async function documents({ state }: Controller): Promise<Cited[]> {
  const proof = await get<Proof>('/api/evidence', { ...question(state.view), limit: 1 }).catch(() => null)
  return proof?.documents ?? []
}

/** The day, and how much of the network it shows. */
export function subtitle({ state }: Controller): string {
  const { graph, view } = state
  const day = graph.compared ? `What changed from ${dateWords(graph.compared.from)} to ${dateWords(graph.compared.to)}`
    : view.asAt ? `As at ${dateWords(view.asAt)}` : 'Any date'
  const much = shownWords({ ...graph, why: '' }, 'body', 'bodies')
  return `${day} · ${much}, ${plural(graph.edges?.length ?? 0, 'line', 'lines')}`
}
