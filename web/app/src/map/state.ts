import type { Node, Subgraph } from '../api'
import type { Words } from '../words'
import type { Note, View } from './address'
import type { Point } from './camera'
import type { Measured } from './measure/measure'
import type { Scene } from './scene'

/** overview and explore are the map's own page; embedded is a picture within another. */
export type Mode = 'overview' | 'explore' | 'embedded'

/** More than is shown at once: the reader chooses from a list. */
export interface Choice {
  of: string // the body they are around, if one
  title: string
  nodes: Node[]
  total: number
}

/** A note that is being written; which is its place among the notes, -1 for a new one. */
export interface Draft extends Note { which: number }

/** What the next press on the picture does: draws a lasso, or puts a body or a note in its place. */
export type Tool = { name: 'lasso' } | { name: 'move'; id: string } | { name: 'note'; which: number } | null

/** A menu beside a body, a line, or on the bare ground. */
export interface MenuAt { id: string; at: Point; keyboard: boolean }

export interface MapState {
  mode: Mode
  words: Words
  view: View
  graph: Subgraph
  scene: Scene
  phase: 'ready' | 'loading' | 'failed'
  doing: string // while loading: with what
  problem: string
  cursor: string // where the keyboard stands
  centre: string // the body that an embedded map is about
  chosen: ReadonlySet<string> // several at once
  choice: Choice | null
  draft: Draft | null
  tool: Tool
  menu: MenuAt | null
  measured: Measured | null
  said: string // for a screen reader
}
