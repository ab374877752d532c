// A made-up network of the shape of the NHS, the same for the same numbers: regions hold boards, boards commission
// trusts and networks of practices, trusts run sites, suppliers work for many.
import type { Edge, Node, Subgraph, Vocabulary } from '../src/api'
import { random } from '../src/map/layout/seed'

export const vocabulary: Vocabulary = {
  kinds: [
    { name: 'Region', label: 'Region', plural: 'Regions', colour: '#003087', icon: 'hexagon' },
    { name: 'Board', label: 'Board', plural: 'Boards', colour: '#7b3294', icon: 'square' },
    { name: 'Trust', label: 'Trust', plural: 'Trusts', colour: '#005eb8', icon: 'circle' },
    { name: 'Network', label: 'Network', plural: 'Networks', colour: '#007f5f', icon: 'diamond' },
    { name: 'Practice', label: 'Practice', plural: 'Practices', colour: '#0072b2', icon: 'circle' },
    { name: 'Site', label: 'Site', plural: 'Sites', colour: '#3d7a99', icon: 'circle' },
    { name: 'Supplier', label: 'Supplier', plural: 'Suppliers', colour: '#5b6770', icon: 'pentagon' },
  ],
  relations: [
    { type: 'PART_OF', name: 'Part of', forward: 'is part of', backward: 'includes', hierarchy: true, colour: '#4d5b66' },
    { type: 'COMMISSIONS', name: 'Commissions', forward: 'commissions', backward: 'is commissioned by', colour: '#7b3294' },
    { type: 'MEMBER_OF', name: 'Member of', forward: 'is a member of', backward: 'has as a member', hierarchy: true, colour: '#0072b2' },
    { type: 'OPERATES', name: 'Operates', forward: 'operates', backward: 'is operated by', colour: '#0072b2' },
    { type: 'SUPPORTS', name: 'Supports', forward: 'supports', backward: 'is supported by', colour: '#3f7d20' },
    { type: 'COLLABORATES_WITH', name: 'Collaborates with', forward: 'collaborates with', backward: 'collaborates with', symmetric: true, colour: '#007f5f' },
  ],
}

const first = ['Ash', 'Birch', 'Clif', 'Elm', 'Fern', 'Harford', 'Ken', 'Lang', 'Mar', 'Oak', 'Rad', 'Rook', 'Stan', 'Tor', 'Whit', 'Yar']
const last = ['bourne', 'bridge', 'combe', 'dale', 'field', 'gate', 'ham', 'haven', 'hurst', 'leigh', 'minster', 'moor', 'stead', 'thorpe', 'wick', 'wood']
const statuses = ['stated', 'stated', 'stated', 'stated', 'reported', 'planned'] as const

export interface World { graph: Subgraph; spots: Map<string, { x: number; y: number }> }

export function world(bodies: number, lines: number, seed = 1): World {
  const next = random(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!
  const nodes: Node[] = []
  const edges: Edge[] = []
  const spots = new Map<string, { x: number; y: number }>()
  const of: Record<string, Node[]> = {}

  const board = new Map<string, Node>() // of each body, and of each board its bodies
  const under = new Map<Node, Node[]>()

  /** A body near another, under one board. */
  const body = (kind: string, near: { x: number; y: number }, far: number, above?: Node): Node => {
    const node: Node = { id: `n${nodes.length}`, name: `${pick(first)}${pick(last)} ${kind}`, kinds: [kind], degree: 0 }
    const [angle, r] = [next() * 2 * Math.PI, far * Math.sqrt(0.1 + next() * 0.9)]
    nodes.push(node)
    spots.set(node.id, { x: near.x + Math.cos(angle) * r, y: near.y + Math.sin(angle) * r })
    const mine = above ?? node
    board.set(node.id, mine)
    if (under.has(mine)) under.get(mine)!.push(node)
    else under.set(mine, [node])
    const key = `${kind} ${mine.id}`
    ;(of[key] ??= []).push(node)
    return node
  }
  const join = (from: Node, relation: string, to: Node) => {
    if (edges.length >= lines) return
    edges.push({ id: `e${edges.length}`, from: from.id, to: to.id, relation, claims: next() < 0.15 ? 2 + Math.floor(next() * 8) : 1, status: pick(statuses) })
    from.degree++
    to.degree++
  }
  const at = (n: Node) => spots.get(n.id)!

  const nearby = (kind: string, hub: Node, far: number, b: Node, tie: (n: Node, hub: Node) => void) => tie(body(kind, at(hub), far, b), hub)

  const wide = 42 * Math.sqrt(bodies)
  const top = body('Region', { x: 0, y: 0 }, 1)
  const regions = Array.from({ length: Math.max(2, Math.min(7, bodies / 500)) }, () => body('Region', { x: 0, y: 0 }, wide * 0.3))
  for (const r of regions) join(r, 'PART_OF', top)
  const boards = Array.from({ length: Math.max(4, Math.round(bodies / 120)) }, () => body('Board', { x: 0, y: 0 }, wide))
  for (const b of boards) join(b, 'PART_OF', pick(regions))
  const small = wide / Math.sqrt(boards.length) * 0.75
  while (nodes.length < bodies) {
    const b = pick(boards)
    const dice = next()
    const [trusts, networks] = [of[`Trust ${b.id}`], of[`Network ${b.id}`]]
    if (dice < 0.05 || !trusts) join(b, 'COMMISSIONS', body('Trust', at(b), small * 0.5, b))
    else if (dice < 0.12 || !networks) join(body('Network', at(b), small * 0.6, b), 'PART_OF', b)
    else if (dice < 0.58) nearby('Practice', pick(networks), small * 0.4, b, (n, hub) => join(n, 'MEMBER_OF', hub))
    else if (dice < 0.92) nearby('Site', pick(trusts), small * 0.35, b, (n, hub) => join(hub, 'OPERATES', n))
    else nearby('Supplier', pick(under.get(b)!), small * 0.8, b, (n, hub) => join(n, 'SUPPORTS', hub))
  }
  // what is left are ties across: most under one board, some over the whole country
  while (edges.length < lines) {
    const a = pick(nodes)
    const b = next() < 0.06 ? pick(nodes) : pick(under.get(board.get(a.id)!)!)
    if (a !== b) join(a, pick(['COMMISSIONS', 'SUPPORTS', 'COLLABORATES_WITH', 'OPERATES'] as const), b)
  }
  return { graph: { nodes, edges, shown: nodes.length, total: nodes.length }, spots }
}
