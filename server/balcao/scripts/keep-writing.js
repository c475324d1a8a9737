/**
 * Keeps a draft on the server while the clerk types, by the same form as the button *Guardar rascunho*, but without files. Without this script, or
 * where the server does not answer, everything stays in its field.
 */
const EVERY_MS = 1000;

for (const field of document.querySelectorAll('textarea[name="mensagem"]')) keepForm(field.form);

function keepForm(form) {
  const told = form.querySelector('.kept');
  let timer = null;
  let sending = Promise.resolve();
  let isPosted = false;

  async function send() {
    const fields = new FormData(form);
    fields.delete('ficheiros');
    const answer = await fetch(`${form.action}/rascunho`, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      keepalive: true,
    }).catch(() => null);
    if (answer?.status === 204) told.textContent = `Rascunho guardado às ${timeNow()}.`;
    else if (answer?.status === 401 || answer?.type === 'opaqueredirect')
      told.textContent = 'A sessão terminou. O que escreveu continua aqui: inicie sessão noutro separador.';
    else told.textContent = 'Não foi possível guardar agora. O que escreveu continua aqui.';
  }

  // The posts go one after the other: an earlier text must not arrive last.
  function flush() {
    if (timer === null || isPosted) return;
    clearTimeout(timer);
    timer = null;
    sending = sending.then(send);
  }

  form.addEventListener('input', () => {
    timer ??= setTimeout(flush, EVERY_MS);
  });
  form.addEventListener('focusout', flush);
  form.addEventListener('submit', () => {
    isPosted = true;
  });
  document.addEventListener('visibilitychange', flush);
  addEventListener('pagehide', flush);
  // The clerk can go on writing in a page that comes back from the memory of the browser.
  addEventListener('pageshow', () => {
    isPosted = false;
  });
}

function timeNow() {
  return new Date().toLocaleTimeString('pt-PT', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Lisbon',
  });
}
