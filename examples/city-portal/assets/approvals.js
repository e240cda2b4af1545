// Puts Zhupi into the page. The place shown stands in the hash (`#/task/<id>`), so that it can be linked and reloaded.
const NAME = { task: 'id', case: 'id', apply: 'matter', register: 'register', admin: 'matter' }

function targetOf(hash) {
  const [view, object] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent)
  return NAME[view] && object ? { view, [NAME[view]]: object } : { view: view || 'inbox' }
}

function hashOf(target) {
  const object = target[NAME[target.view]]
  return `#/${target.view}${object ? `/${encodeURIComponent(object)}` : ''}`
}

const view = window.Zhupi.mount(document.querySelector('#zhupi'), {
  src: '/zhupi/',
  ...targetOf(location.hash),
  onNavigate: (target) => history.replaceState(null, '', hashOf(target)),
  onTokenNeeded: async () => (await (await fetch('/ticket')).json()).ticket,
})

window.addEventListener('hashchange', () => view.navigate(targetOf(location.hash)))
