// The page of the bench: opens one graph with one painter and moves its camera along the same path.
import type { Camera } from '../src/map/camera'
import { fit } from '../src/map/camera'
import { mapper } from './mapper'
import { forceGraph } from './force-graph'
import { world } from './world'

export interface Painter {
  look(c: Camera): void
  /** Where some bodies are on the screen, for the pointer to go to. */
  spots(): { x: number; y: number }[]
  /** How the picture answered the pointer so far. */
  answers(): Answered[]
}

/** From the pointer's move to the lit picture: ms, and frames, of which the one that is drawn in is the first. */
export interface Answered { ms: number; frames: number }

export interface Opened { opened: number }
export interface Driven { frames: number; seconds: number }
export interface Bench {
  open(painter: string, bodies: number, lines: number): Promise<Opened>
  drive(seconds: number): Promise<Driven>
  spots(): { x: number; y: number }[]
  answers(): Answered[]
  /** The longest task of the page's own thread since the graph was handed over, ms; resets. */
  longest(): number
}

const size = { width: 1280, height: 800 }
let painter: Painter
let start: Camera
let longest = 0
let handed = Infinity // when the graph was made, and the painter's work begins
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) if (task.startTime >= handed) longest = Math.max(longest, task.duration)
}).observe({ type: 'longtask' })

export const frame = () => new Promise<number>(requestAnimationFrame)

/** Once around: three pans at the width of all, then nearer up to eight times and back. */
function camera(t: number): Camera {
  const far = 260 / start.k
  if (t < 0.45) return { k: start.k * 1.3, x: start.x + Math.sin((t / 0.15) * 2 * Math.PI) * far, y: start.y + Math.sin((t / 0.3) * 2 * Math.PI) * far * 0.6 }
  const near = Math.sin(((t - 0.45) / 0.55) * Math.PI)
  return { k: start.k * 1.3 * 8 ** near, x: start.x + far * 0.5 * near, y: start.y + far * 0.3 * near }
}

const bench: Bench = {
  async open(name, bodies, lines) {
    const made = world(bodies, lines)
    start = fit([...made.spots.values()], size)
    await new Promise((done) => setTimeout(done, 50)) // a task of its own
    const began = (handed = performance.now())
    painter = await (name === 'mapper' ? mapper : forceGraph)(document.getElementById('place')!, made, size, name !== 'force-graph without picking')
    painter.look(start)
    await frame()
    await frame()
    return { opened: performance.now() - began }
  },

  async drive(seconds) {
    const began = await frame()
    for (let frames = 0; ; frames++) {
      const t = ((await frame()) - began) / 1000 / seconds
      if (t >= 1) return { frames, seconds: t * seconds }
      painter.look(camera(t))
    }
  },

  spots: () => painter.spots(),
  answers: () => painter.answers(),
  longest() {
    const was = longest
    longest = 0
    return was
  },
}

Object.assign(window, { bench })
