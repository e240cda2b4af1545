import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of the installed Chromium: `CHROMIUM_PATH`, else the first of the usual places that exists. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env
  return [CHROMIUM_PATH, ...PLACES].find((place) => place && existsSync(place))
}
