// The menu of a narrow screen.
const button = document.querySelector('.menu')
button?.addEventListener('click', () => {
  const open = button.getAttribute('aria-expanded') !== 'true'
  button.setAttribute('aria-expanded', String(open))
})

// Signing out of the portal ends the session of Zhupi too.
const who = document.querySelector('.who')
who?.addEventListener('submit', async (event) => {
  event.preventDefault()
  await fetch('/zhupi/api/v1/sessions', { method: 'DELETE' }).catch(() => undefined)
  who.submit()
})
