/** Chromium's own way of saying what is urgent, which TypeScript does not know yet. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};
