// The canvas: keeps its size, theme and camera, moves nodes to new places, and
// draws once a frame when something has changed.
import { fit, toScreen, type Camera, type Point, type Size } from './camera'
import { Labels } from './labels'
import { readLook, type Look } from './look'
import { paint } from './paint'
import type { Attention } from './attention'
import type { Scene } from './scene'

const glide = 420
const tools = { x: 0, y: 0, w: 176, h: 44 } // where the buttons lie over the picture

export class Stage {
  camera: Camera = { x: 0, y: 0, k: 1 }
  size: Size = { width: 0, height: 0 }
  scene: Scene | null = null
  attention: Attention = { hover: '', selected: '', cursor: '', centre: '' }
  framed = false // whether the camera still shows all, so that a new size does too
  private look!: Look
  private labels = new Labels()
  private due = 0
  private move: ((share: number) => void) | null = null
  private began = 0

  constructor(readonly canvas: HTMLCanvasElement) {
    new ResizeObserver(() => this.resize()).observe(canvas)
    document.addEventListener('mapper:theme', () => this.restyle())
    void document.fonts?.ready.then(() => this.restyle())
    this.restyle()
    Object.defineProperty(canvas, 'drawn', { get: () => this.drawn() })
  }

  /** What is drawn and where on the canvas: a picture has no elements that a test could ask. */
  private drawn() {
    const { nodes = [], edges = [] } = this.scene ?? {}
    return { edges: edges.map((e) => e.id), nodes: nodes.map((n) => ({ id: n.id, ...toScreen(this.camera, this.size, n) })) }
  }

  restyle() {
    this.look = readLook(this.canvas)
    this.invalidate()
  }

  /** A colour of the vocabulary as it is drawn on this ground. */
  colour(c: string): string {
    return this.look.node(c)
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas
    const dense = Math.min(3, devicePixelRatio || 1)
    if (!width || !height) return
    this.size = { width, height }
    this.canvas.width = Math.round(width * dense)
    this.canvas.height = Math.round(height * dense)
    if (this.framed) this.camera = this.fitted()
    this.draw()
  }

  invalidate() {
    if (!this.due) this.due = requestAnimationFrame((now) => this.frame(now))
  }

  private frame(now: number) {
    this.due = 0
    if (this.move) {
      const share = Math.min(1, (now - this.began) / glide)
      this.move(1 - (1 - share) ** 3)
      if (share < 1) this.invalidate()
      else this.move = null
    }
    this.draw()
  }

  private draw() {
    const pen = this.canvas.getContext('2d')
    if (!pen || !this.scene) return
    const dense = this.canvas.width / Math.max(1, this.size.width)
    pen.setTransform(dense, 0, 0, dense, 0, 0)
    const labels = paint(pen, { scene: this.scene, camera: this.camera, size: this.size, look: this.look, attention: this.attention, labels: this.labels, reserved: [tools] })
    Object.assign(this.canvas.dataset, { painted: this.scene.nodes.length, labels })
  }

  lookAt(camera: Camera) {
    this.camera = camera
    this.framed = false
    this.invalidate()
  }

  fitted(points: readonly Point[] = this.scene?.nodes ?? []): Camera {
    return fit(points, this.size)
  }

  /** Moves nodes and camera to new places, at once for those who ask for no motion. */
  glide(to: Map<string, Point>, camera: Camera) {
    const scene = this.scene!
    const from = new Map(scene.nodes.map((n) => [n.id, { x: n.x, y: n.y }]))
    const start = this.camera
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || this.size.width === 0
    const go = (share: number) => {
      for (const n of scene.nodes) {
        const [a, b] = [from.get(n.id)!, to.get(n.id)]
        if (!b) continue
        n.x = Number.isNaN(a.x) ? b.x : a.x + (b.x - a.x) * share
        n.y = Number.isNaN(a.y) ? b.y : a.y + (b.y - a.y) * share
      }
      this.camera = {
        x: start.x + (camera.x - start.x) * share, y: start.y + (camera.y - start.y) * share, k: start.k * (camera.k / start.k) ** share,
      }
    }
    if (still) go(1)
    else {
      this.began = performance.now()
      this.move = go
      go(0)
    }
    this.invalidate()
  }

  /** Ends a movement at its goal, before something else takes hold of the picture. */
  settle() {
    this.move?.(1)
    this.move = null
  }
}
