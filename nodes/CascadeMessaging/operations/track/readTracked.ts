import { isRecord } from '../../protocol/guards';
import { toGatewayPhone } from '../../protocol/phone';
import type { HandedOver } from '../../tracking/handOver';
import { readAttachedData } from '../attachData';
import type { ParameterReader } from '../parameterReader';
import { readMessageIds } from '../readMessageIds';
import { toName } from '../values';

/** The messages of an item that the trigger is to report, with what is known of them. Throws `ItemError`. */
export function readTracked(reader: ParameterReader, item: number): HandedOver[] {
	const value = reader.read('options', item);
	const options = isRecord(value) ? value : {};
	const phone = readPhone(options.phone);
	const campaign = toName(options.campaignName, 'Campaign Name');
	const known = {
		data: readAttachedData(options),
		...(phone !== undefined && { phone }),
		...(campaign !== undefined && { campaignName: campaign }),
	};
	return readMessageIds(reader, item).map((messageId) => ({ messageId, ...known }));
}

/** A phone as Send's items hold it, where it can be read without knowing a country; else as it was given, for nothing is sent to it. */
function readPhone(value: unknown): string | undefined {
	const phone = toName(value, 'Phone');
	return phone === undefined ? undefined : (toGatewayPhone(phone) ?? phone);
}
