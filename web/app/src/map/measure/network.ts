// The measures themselves are graphology's.
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import { random } from '../layout/seed'
import type { Answer, Question } from './messages'

export function answer({ job, nodes, from, to, size, colour }: Question): Answer {
  const graph = new UndirectedGraph()
  for (let i = 0; i < nodes; i++) graph.addNode(i)
  from.forEach((a, i) => a !== to[i] && graph.mergeEdge(a, to[i]))
  const values = (found: Record<string, number>) => Float64Array.from({ length: nodes }, (_, i) => found[i] ?? 0)
  const ranks = () => (graph.size ? pagerank(graph, { getEdgeWeight: null, maxIterations: 1000, tolerance: 1e-5 }) : {})
  return {
    job,
    size: size === 'betweenness' ? values(betweenness(graph)) : size === 'pagerank' ? values(ranks()) : new Float64Array(),
    community: colour === 'community' ? bySize(graph.size ? louvain(graph, { getEdgeWeight: null, rng: random(1) }) : {}, nodes) : new Uint16Array(),
  }
}

/** Numbers communities from 1, the largest first; 0 is for those that stand alone. */
function bySize(found: Record<string, number>, nodes: number): Uint16Array {
  const members = new Map<number, number>()
  for (let i = 0; i < nodes; i++) members.set(found[i]!, (members.get(found[i]!) ?? 0) + 1)
  const order = [...members].filter(([c, n]) => n > 1 && c !== undefined).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([c]) => c)
  return Uint16Array.from({ length: nodes }, (_, i) => order.indexOf(found[i]!) + 1)
}
