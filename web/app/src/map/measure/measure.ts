// Sizes and colours that say something of the network. The measures are taken in a
// worker, which is fetched by the first who asks for one.
import { radius, type Scene, type SceneNode } from '../scene'
import { communityColour, letter } from './palette'
import type { Answer, ColourBy, Question, SizeBy } from './messages'

export { colours, sizes, type ColourBy, type SizeBy } from './messages'

/** What the legend says of a colour: with its letter, since colour alone tells nothing. */
export interface Community { colour: string; letter: string; around: string; nodes: number }

export interface Measured {
  size: SizeBy
  values: Map<string, number> // by id: what the size stands for
  most: number
  communities: Community[] // largest first; empty when colours are those of the kinds
  of: Map<string, number> // by id: which of them, from 0; -1 for those that stand alone
}

const waiting = new Map<number, (a: Answer) => void>()
let worker: Worker | undefined
let jobs = 0

/** Takes the measures of what is shown. */
export async function measure(scene: Scene, size: SizeBy, colour: ColourBy): Promise<Measured> {
  const network = size === 'betweenness' || size === 'pagerank'
  const found = network || colour === 'community' ? await ask(scene, size, colour) : undefined
  const claims = size === 'claims' ? claimsOf(scene) : undefined
  const values = new Map(scene.nodes.map((n, i) => [n.id, network ? found!.size[i]! : plain(n, claims, size)]))
  const of = new Map(scene.nodes.map((n, i) => [n.id, (found?.community[i] ?? 0) - 1]))
  return { size, values, most: Math.max(0, ...values.values()), communities: colour === 'community' ? communities(scene, of) : [], of }
}

/** Puts sizes and colours into the scene, before it is laid out and drawn. */
export function apply(scene: Scene, measured: Measured) {
  for (const n of scene.nodes) {
    const value = measured.values.get(n.id) ?? 0
    n.r = measured.size === 'links' ? radius(n.degree) : 5 + 13 * Math.sqrt(value / (measured.most || 1))
    if (!measured.communities.length) continue
    const c = measured.of.get(n.id) ?? -1
    n.colour = communityColour(c)
    n.mark = letter(c)
  }
}

const plain = (n: SceneNode, claims: Map<string, number> | undefined, size: SizeBy): number =>
  claims ? claims.get(n.id) ?? 0 : size === 'degree' ? n.node.degree : n.degree

function claimsOf({ edges }: Scene): Map<string, number> {
  const sums = new Map<string, number>()
  for (const e of edges) for (const id of new Set([e.from.id, e.to.id])) sums.set(id, (sums.get(id) ?? 0) + e.edge.claims)
  return sums
}

function communities(scene: Scene, of: Map<string, number>): Community[] {
  const list: Community[] = []
  for (const n of scene.nodes) { // best connected first: a community is named after the first of it
    const c = of.get(n.id)!
    if (c < 0) continue
    list[c] ??= { colour: communityColour(c), letter: letter(c), around: n.node.name, nodes: 0 }
    list[c].nodes++
  }
  return list
}

function ask({ nodes, edges }: Scene, size: SizeBy, colour: ColourBy): Promise<Answer> {
  if (!worker) {
    worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module', name: 'measure' })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      waiting.get(data.job)?.(data)
      waiting.delete(data.job)
    }
  }
  const at = new Map(nodes.map((n, i) => [n.id, i]))
  const question: Question = {
    job: ++jobs, nodes: nodes.length, size, colour,
    from: Uint32Array.from(edges, (e) => at.get(e.from.id)!), to: Uint32Array.from(edges, (e) => at.get(e.to.id)!),
  }
  return new Promise((resolve, reject) => {
    waiting.set(question.job, resolve)
    worker!.onerror = () => {
      worker = undefined
      reject(new Error('The network could not be measured in this browser. Choose links or kind instead.'))
    }
    worker!.postMessage(question)
  })
}
