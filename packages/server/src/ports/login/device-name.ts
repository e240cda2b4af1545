/** Browsers by what they alone say, the more particular first: most others call themselves Chrome and Safari, too. */
const BROWSERS: ReadonlyArray<[name: string, says: RegExp]> = [
  ['企业微信', /wxwork\/(\d+)/],
  ['微信', /MicroMessenger\/(\d+)/],
  ['钉钉', /DingTalk\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrom(?:e|ium)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
]

const SYSTEMS: ReadonlyArray<[name: string, says: RegExp]> = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
]

/** What a person recognizes a browser by: `Chrome 120 · Windows`; empty for a program that says nothing we know. */
export function deviceName(userAgent: string): string {
  const said = userAgent.slice(0, 512)
  const browser = BROWSERS.flatMap(([name, says]) => {
    const version = says.exec(said)?.[1]
    return version === undefined ? [] : [`${name} ${version.slice(0, 4)}`]
  })[0]
  const system = SYSTEMS.find(([, says]) => says.test(said))?.[0]
  return [browser, system].filter((part) => part !== undefined).join(' · ')
}
