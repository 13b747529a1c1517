import { queryNumber } from './registry.ts';

/** How a service is started, as the registry has it. */
export interface ServiceFact {
  readonly name: string;
  /** Start type: 2 automatic, 3 on demand, 4 disabled (winsvc.h); undefined where there is no such service, or it may not be read. */
  readonly start: number | undefined;
  readonly disabled: boolean;
}

const DISABLED = 4;

/** Reads the start types of services by their short names, such as `msiserver`. Never throws. */
export async function readServices(
  names: readonly string[],
  query: typeof queryNumber = queryNumber,
): Promise<ServiceFact[]> {
  return await Promise.all(
    names.map(async (name) => {
      const start = await query(`HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, 'Start');
      return { name, start, disabled: start === DISABLED };
    }),
  );
}
