/** The one subscription of this browser: nothing is ever sent to it. */
const SUBSCRIPTION = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/demonstracao',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

type Subscription = Pick<PushSubscription, 'toJSON' | 'unsubscribe'>;

/** The part of the browser that talks to its push service. */
interface Manager {
  subscribe(): Promise<Subscription>;
  getSubscription(): Promise<Subscription | null>;
}

/**
 * Replaces the browser's own push service, since nothing of the pretend world leaves the device: the browser still asks for its permission, and the panel
 * shows what a real service would bring.
 */
export function pretendPushService(manager: Manager): void {
  let made: Subscription | null = null;
  manager.subscribe = async () => {
    made = {
      toJSON: () => SUBSCRIPTION,
      async unsubscribe() {
        made = null;
        return true;
      },
    };
    return made;
  };
  manager.getSubscription = async () => made;
}
