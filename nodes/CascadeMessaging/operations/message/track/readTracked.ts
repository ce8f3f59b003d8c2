import type { HandedOver } from '../../../tracking/handOver';
import type { ParameterReader } from '../../shared/parameterReader';
import { toValues } from '../../shared/values';
import { readAttachedData } from '../attachData';
import { readCampaign } from '../campaign';
import { readMessageIds } from '../messageIds';
import { readPhone } from './phone';

/**
 * The messages of an item that the trigger is to report, with what is known of them.
 *
 * @throws {ItemError} when one of its parameters cannot be read.
 */
export function readTracked(reader: ParameterReader, item: number): HandedOver[] {
	const options = toValues(reader.read('options', item));
	const phone = readPhone(options);
	const campaignName = readCampaign(options);
	const known = {
		data: readAttachedData(options),
		...(phone !== undefined && { phone }),
		...(campaignName !== undefined && { campaignName }),
	};
	return readMessageIds(reader, item).map((messageId) => ({ messageId, ...known }));
}
