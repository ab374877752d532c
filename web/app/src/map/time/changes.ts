// What became of a body or a line between two days, in words; colour and sign are the picture's.
import type { Change, Subgraph } from '../../api'
import { changeLooks } from '../draw/change'

export const meaning: Record<Change, string> = {
  came: 'on the later day only', went: 'on the earlier day only',
  renamed: 'the same under another name', succeeded: 'another took over',
}

export const kindsOfChange = Object.keys(changeLooks) as Change[]

export interface Changed { change: Change; nodes: { id: string; name: string }[]; edges: string[] }

/** What changed, by how; a change that did not happen is an empty row. */
export function changed(graph: Subgraph): Changed[] {
  return kindsOfChange.map((change) => ({
    change,
    nodes: (graph.nodes ?? []).filter((n) => n.change === change),
    edges: (graph.edges ?? []).filter((e) => e.change === change).map((e) => e.id),
  }))
}
