// The menu of a narrow screen.
const button = document.querySelector('.menu')
button?.addEventListener('click', () => {
  const open = button.getAttribute('aria-expanded') !== 'true'
  button.setAttribute('aria-expanded', String(open))
})
