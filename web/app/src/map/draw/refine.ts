import { painting, type Picture } from '../paint'

const slice = 9 // ms of a frame that are ours

/** Draws a whole picture behind the screen, a slice of each frame, and shows it when it is done. */
export class Refiner {
  private back = document.createElement('canvas')
  private due = 0

  stop() {
    cancelAnimationFrame(this.due)
  }

  start(canvas: HTMLCanvasElement, picture: Picture) {
    this.stop()
    this.back.width = canvas.width
    this.back.height = canvas.height
    const pen = this.back.getContext('2d', { alpha: false, willReadFrequently: true })!
    const dense = canvas.width / picture.size.width
    pen.setTransform(dense, 0, 0, dense, 0, 0)
    const steps = painting(pen, picture)
    const go = () => {
      const began = performance.now()
      do {
        if (steps.next().done) return canvas.getContext('2d')!.drawImage(this.back, 0, 0, picture.size.width, picture.size.height)
        pen.getImageData(0, 0, 1, 1) // draws now what would otherwise pile up for one long moment
      } while (performance.now() - began < slice)
      this.due = requestAnimationFrame(go)
    }
    this.due = requestAnimationFrame(go)
  }
}
