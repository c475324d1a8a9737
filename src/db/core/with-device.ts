import { DeviceDatabase } from './device-database.ts';

/** Runs a function with the device's database, and closes it afterwards. */
export async function withDevice<T>(run: (device: DeviceDatabase) => Promise<T>): Promise<T> {
  const device = new DeviceDatabase();
  try {
    return await run(device);
  } finally {
    device.close();
  }
}
