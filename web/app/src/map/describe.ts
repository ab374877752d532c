import { plural, spanWords, statuses } from '../words'
import type { MapState } from './state'

/** A node or a line in one sentence: for a screen reader, and beside the pointer. */
export function describe({ scene, words }: MapState, id: string): string {
  const node = scene.byId.get(id)
  if (node) {
    const about = [words.kindsOf(node.node), spanWords(node.node), node.node.anonymous && 'not named', plural(node.degree, 'neighbour', 'neighbours') + ' shown']
    return `${node.node.name}: ${about.filter(Boolean).join(', ')}`
  }
  const line = scene.edgeById.get(id)
  if (!line) return ''
  const phrase = words.relation(line.edge.relation).forward
  const about = [statuses[line.status], plural(line.edge.claims, 'claim', 'claims'), spanWords(line.edge)]
  return `${line.from.node.name} ${phrase} ${line.to.node.name}: ${about.filter(Boolean).join(', ')}`
}
