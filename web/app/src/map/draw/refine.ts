import { painting, type Picture } from '../paint'

const slice = 9 // ms of a frame that are ours

/**
 * Draws all lines and shapes of a picture behind the screen, a slice of each frame. Once they are ready
 * the pointer costs little: what it lights is drawn over them, and they need not be drawn again.
 */
export class Refiner {
  private whole = document.createElement('canvas')
  private faded = document.createElement('canvas')
  private due = 0
  private state: 'none' | 'begun' | 'ready' = 'none'

  /** What was drawn is no longer what is to be seen. */
  stop() {
    cancelAnimationFrame(this.due)
    this.state = 'none'
  }

  /** The lines and shapes when they are ready, faded where the pointer lights something. */
  under(lights: boolean): HTMLCanvasElement | undefined {
    return this.state !== 'ready' ? undefined : lights ? this.faded : this.whole
  }

  start(canvas: HTMLCanvasElement, picture: Picture, done: () => void) {
    if (this.state !== 'none') return
    this.state = 'begun'
    const pen = cleared(this.whole, canvas)
    const dense = canvas.width / picture.size.width
    pen.setTransform(dense, 0, 0, dense, 0, 0)
    const steps = painting(pen, { ...picture, attention: { ...picture.attention, hover: '' }, bare: true })
    const go = () => {
      const began = performance.now()
      do {
        if (steps.next().done) {
          this.fade(canvas, picture)
          this.state = 'ready'
          return done()
        }
        pen.getImageData(0, 0, 1, 1) // draws now what would otherwise pile up for one long moment
      } while (performance.now() - began < slice)
      this.due = requestAnimationFrame(go)
    }
    this.due = requestAnimationFrame(go)
  }

  private fade(canvas: HTMLCanvasElement, { look }: Picture) {
    const pen = cleared(this.faded, canvas)
    pen.drawImage(this.whole, 0, 0)
    pen.globalAlpha = 1 - look.dim
    pen.fillStyle = look.ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.getImageData(0, 0, 1, 1)
  }
}

function cleared(back: HTMLCanvasElement, { width, height }: HTMLCanvasElement): CanvasRenderingContext2D {
  Object.assign(back, { width, height })
  return back.getContext('2d', { alpha: false, willReadFrequently: true })!
}
