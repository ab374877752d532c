// Measures the painter of the map beside force-graph: the same graphs, the same camera path, in turns, in a
// Chromium without a GPU. Prints medians over the rounds and their ratio.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { median, table } from './table.mjs'

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' },
    graphs: { type: 'string', default: '1000/3000,10000/30000,50000/150000' }, shots: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
  },
})
const rounds = Number(given.rounds)
const root = fileURLToPath(new URL('.', import.meta.url))
const out = await mkdtemp(join(tmpdir(), 'mapper-bench-'))
await build({ root, configFile: false, logLevel: 'error', build: { outDir: out, emptyOutDir: true, target: 'es2022' } })
const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir: out }, preview: { host: '127.0.0.1', port: 0 } })
const address = server.resolvedUrls.local[0]

try {
  const results = {}
  const graphs = given.graphs.split(',').map((g) => g.split('/').map(Number))
  for (let round = 1; round <= rounds; round++) {
    for (const [bodies, lines] of graphs) {
      for (const painter of ['mapper', 'force-graph', 'force-graph without picking'].filter((p) => !given.only || p === given.only)) {
        process.stderr.write(`round ${round} of ${rounds}: ${painter}, ${bodies} bodies, ${lines} lines\n`)
        const key = `${bodies} / ${lines}`
        ;((results[key] ??= {})[painter] ??= []).push(await measure(painter, bodies, lines))
      }
    }
  }
  process.stdout.write(table(results))
} finally {
  await server.close()
  await rm(out, { recursive: true, force: true })
}

async function measure(painter, bodies, lines) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const faults = []
    page.on('pageerror', (e) => faults.push(e.message))
    await page.goto(address)
    const { opened } = await page.evaluate(([p, n, m]) => window.bench.open(p, n, m), [painter, bodies, lines])
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await page.waitForTimeout(700)
    // processor time of the page's own thread: waiting for others who use the machine does not count
    const busy = async () => (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === 'ThreadTime').value * 1000
    const longest = { opening: await page.evaluate(() => window.bench.longest()) }
    const before = await busy()
    const { frames, seconds } = await page.evaluate((s) => window.bench.drive(s), Number(given.seconds))
    const cost = ((await busy()) - before) / frames
    longest.moving = await page.evaluate(() => window.bench.longest())
    if (given.shots) await page.screenshot({ path: join(given.shots, `${painter}-${bodies}.png`) })
    await page.waitForTimeout(painter === 'mapper' ? 2500 : 300) // the picture comes to rest
    if (given.shots) await page.screenshot({ path: join(given.shots, `${painter}-${bodies}-rest.png`) })
    longest.resting = await page.evaluate(() => window.bench.longest())
    for (const { x, y } of await page.evaluate(() => window.bench.spots())) {
      await page.mouse.move(x, y) // a pointer as the browser knows it, not an event of our own
      await page.waitForTimeout(120)
    }
    const answers = await page.evaluate(() => window.bench.answers())
    if (given.shots) await page.screenshot({ path: join(given.shots, `${painter}-${bodies}-hover.png`) })
    longest.hovering = await page.evaluate(() => window.bench.longest())
    process.stderr.write(`  longest tasks, ms: ${Object.entries(longest).map(([when, ms]) => `${when} ${Math.round(ms)}`).join(', ')}\n`)
    if (faults.length) throw new Error(faults.join('\n'))
    return { opened, fps: frames / seconds, cost, longest: Math.max(...Object.values(longest)), hover: median(answers.map((a) => a.ms)), lit: median(answers.map((a) => a.frames)) }
  } finally {
    await browser.close()
  }
}
