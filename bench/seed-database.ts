interface Amount {
  requests: number;
  messagesEach: number;
}

/**
 * Runs in the page: writes requests and messages straight into the signed-in citizen's database, as a finished first pull would have left
 * them. The words are such that each further letter of *prova* finds fewer.
 */
export async function seedDatabase({ requests, messagesEach }: Amount): Promise<void> {
  const STATES = [
    'registered',
    'inReview',
    'forwarded',
    'inReview',
    'answered',
    'closed',
    'answered',
    'inReview',
  ];
  const KINDS = ['information', 'clarification', 'documents', 'complaint'];
  const SUBJECTS = ['contributionPayment', 'ibanChange', 'refunds', 'contributionStatus'];
  const WORDS =
    'recebi uma nota de cobrança e não sei a que mês se refere já entreguei documentos gostava de saber em que ponto está o meu abono família setembro ainda resposta subsídio doença certificado contas declaração banco velhice reforma antecipada idosos segurança social morada iban alteração recibos verdes trabalhador trimestral'.split(
      ' ',
    );
  const MARKED: [number, string][] = [
    [2, 'pagar'],
    [3, 'prazo'],
    [5, 'processo'],
    [7, 'provisório'],
    [11, 'prova'],
  ];
  const DAY_MS = 86_400_000;
  const BATCH = 500;
  let seed = 1;

  function below(limit: number): number {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  }

  function text(length: number): string {
    return Array.from({ length }, () => WORDS[below(WORDS.length)]).join(' ');
  }

  function requestAt(n: number): Record<string, unknown> & { id: string } {
    const state = STATES[n % STATES.length] ?? 'inReview';
    const receivedAt = new Date(Date.now() - (n / 10) * DAY_MS - DAY_MS).toISOString();
    const officeName = 'Centro de contacto e-Clic';
    const marked = MARKED.filter(([every]) => n % every === 0).map(([, word]) => word);
    const subjectId = SUBJECTS[n % SUBJECTS.length] ?? '';
    const isOver = state === 'answered' || state === 'closed';
    return {
      id: crypto.randomUUID(),
      reference: `EC-2025-${String(n + 1).padStart(7, '0')}`,
      revision: 1,
      kind: KINDS[n % KINDS.length],
      onBehalfOf: null,
      description: `${text(30)} ${marked.join(' ')}`,
      complaint: null,
      topic: {
        status: 'known',
        version: '1',
        lifeEvent: { id: 'payments', label: 'Contribuições' },
        subject: { id: subjectId, label: `Assunto ${subjectId}` },
        reason: { id: 'other', label: 'Outro motivo' },
      },
      attachments: [],
      receivedAt,
      dueOn: new Date(Date.parse(receivedAt) + 14 * DAY_MS).toISOString().slice(0, 10),
      deadlinePaused: false,
      state,
      office: { name: officeName },
      history: ['registered', ...(state === 'registered' ? [] : [state])].map((each) => ({
        state: each,
        at: receivedAt,
        officeName,
      })),
      rating: null,
      readUpTo: null,
      lastMessageAt: null,
      askAgainUntil: null,
      updatedAt: receivedAt,
      group: isOver ? 'finished' : 'inProgress',
      unread: 0,
      justReceived: 0,
    };
  }

  function messagesOf(request: { id: string }): unknown[] {
    return Array.from({ length: messagesEach }, (_, n) => ({
      id: crypto.randomUUID(),
      requestId: request.id,
      author: n % 2 === 0 ? 'office' : 'citizen',
      purpose: 'notice',
      officeName: null,
      body: text(30),
      attachments: [],
      sentAt: new Date(Date.now() - n * DAY_MS).toISOString(),
    }));
  }

  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const name = names.find((each) => each.startsWith('eclic-citizen-') && !each.endsWith('guest'));
  if (!name) throw new Error('Nobody is signed in');
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  async function write(run: (transaction: IDBTransaction) => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const transaction = opened.transaction(['requests', 'messages', 'counters'], 'readwrite');
      run(transaction);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
  }

  for (let start = 0; start < requests; start += BATCH) {
    await write((transaction) => {
      for (let n = start; n < Math.min(start + BATCH, requests); n += 1) {
        const request = requestAt(n);
        transaction.objectStore('requests').put(request);
        for (const message of messagesOf(request)) transaction.objectStore('messages').put(message);
      }
    });
  }
  await write((transaction) => {
    const byGroup = transaction.objectStore('requests').index('[group+updatedAt]');
    for (const group of ['needsYou', 'inProgress', 'finished']) {
      byGroup.count(IDBKeyRange.bound([group, ''], [group, '\uffff'])).onsuccess = (event) => {
        const count = (event.target as IDBRequest<number>).result;
        transaction.objectStore('counters').put({ name: group, count });
      };
    }
  });
  opened.close();
}
