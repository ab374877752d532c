import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { random } from './seed'
import type { Task } from './messages'

const perNode = 10
const perEdge = 3

/** ForceAtlas2 on some of the nodes, from starting places that depend on their ids alone. */
export function force(members: number[], task: Task): Float64Array {
  const index = new Map(members.map((m, i) => [m, i]))
  const nodes = new Float32Array(members.length * perNode)
  const edges: number[] = []
  const radius = 10 * Math.sqrt(members.length)
  members.forEach((m, i) => {
    const next = random(task.seeds[m]!)
    const [angle, far] = [next() * 2 * Math.PI, Math.sqrt(next()) * radius]
    nodes.set([Math.cos(angle) * far, Math.sin(angle) * far, 0, 0, 0, 0, 1, 1, 1, 0], i * perNode)
  })
  const joined = new Set<string>()
  task.from.forEach((a, i) => {
    const [f, t] = [index.get(a), index.get(task.to[i]!)]
    const key = `${Math.min(f!, t!)} ${Math.max(f!, t!)}`
    if (f === undefined || t === undefined || f === t || joined.has(key)) return
    joined.add(key) // several relations between two bodies pull no harder than one
    edges.push(f * perNode, t * perNode, 1)
    nodes[f * perNode + 6]!++
    nodes[t * perNode + 6]!++
  })
  const links = Float32Array.from(weigh(edges))
  const options = {
    linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 1, scalingRatio: 12,
    strongGravityMode: false, gravity: 0.6, slowDown: 1 + Math.log(members.length + 1), barnesHutOptimize: members.length > 1500, barnesHutTheta: 0.6,
  }
  const rounds = members.length < 300 ? 700 : Math.max(60, Math.round(210_000 / members.length))
  for (let i = 0; i < rounds; i++) iterate(options, nodes, links)
  const places = new Float64Array(members.length * 2)
  members.forEach((_, i) => places.set([nodes[i * perNode]!, nodes[i * perNode + 1]!], i * 2))
  return scale(places, edges.map((e) => e / perNode), perEdge)
}

/**
 * A line within a crowd pulls less than one between two crowds, whose ends have no
 * neighbour in common: so crowds open up and stand near each other.
 */
function weigh(edges: number[]): number[] {
  const around = new Map<number, Set<number>>()
  const join = (a: number, b: number) => around.set(a, (around.get(a) ?? new Set()).add(b))
  for (let i = 0; i < edges.length; i += perEdge) {
    join(edges[i]!, edges[i + 1]!)
    join(edges[i + 1]!, edges[i]!)
  }
  return edges.map((value, i) => {
    if (i % perEdge !== 2) return value
    const [a, b] = [around.get(edges[i - 2]!)!, around.get(edges[i - 1]!)!]
    const bridge = Math.min(a.size, b.size) > 1 && [...a].every((n) => !b.has(n))
    return (bridge ? 6 : 2) / Math.min(a.size, b.size)
  })
}

const edgeLength = 105

/** Scales so that a typical line has a readable length. */
function scale(places: Float64Array, edges: number[], step: number): Float64Array {
  const lengths: number[] = []
  for (let i = 0; i < edges.length; i += step) {
    const [a, b] = [edges[i]! * 2, edges[i + 1]! * 2]
    lengths.push(Math.hypot(places[a]! - places[b]!, places[a + 1]! - places[b + 1]!))
  }
  lengths.sort((a, b) => a - b)
  const typical = lengths[Math.floor(lengths.length / 2)] || 1
  return places.map((v) => (v * edgeLength) / typical)
}
