import type { ParameterReader } from '../../../nodes/CascadeMessaging/operations/shared/parameterReader';
import { Given } from '../../../nodes/CascadeMessaging/operations/shared/templates/given';

type Parameters = Readonly<Record<string, unknown>>;

/** A reader of parameters that have these values for every item, beside what was typed for them. */
export function readerOf(values: Parameters, typed: Parameters = values): ParameterReader {
	const read = (name: string, _item: number, byDefault?: unknown): unknown => values[name] ?? byDefault;
	return { read, given: (name: string) => new Given(values[name], typed[name]) } as unknown as ParameterReader;
}
