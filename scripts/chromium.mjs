/** Where Chromium is on this machine, and how to get it where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | undefined} path of the first Chromium found */
export function findChromium() {
  return PLACES.find((place) => place && existsSync(place))
}

/** Finds Chromium, or installs Debian's package (with Chinese fonts) as root, or says the one command that does. */
export function requireChromium() {
  const found = findChromium()
  if (found) return found
  const packages = ['chromium', 'fonts-noto-cjk']
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'inherit' })
    const installed = findChromium()
    if (installed) return installed
  }
  console.error(`No Chromium found. Install it, then run this again:\n  sudo apt-get install -y ${packages.join(' ')}`)
  console.error('Or point CHROMIUM_PATH at a Chromium or Chrome.')
  process.exit(1)
}
