import type { INodeProperties } from 'n8n-workflow';

import { optionsField, readSettings } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/options';
import { namesRead } from '../../support/namesRead';

const options = optionsField.options as INodeProperties[];

it('an option that is not set works as its default in the interface says', () => {
	expect(readSettings(Object.fromEntries(options.map((option) => [option.name, option.default])))).toEqual(readSettings({}));
	expect(readSettings({})).toEqual({ protocol: 'json', idsPerRequest: 500, timeoutSeconds: 600, retries: 3 });
});

it('takes what is set', () => {
	expect(readSettings({ protocol: 'xml', recipientsPerRequest: 20, timeout: 30, retries: 0 })).toEqual({
		protocol: 'xml',
		idsPerRequest: 20,
		timeoutSeconds: 30,
		retries: 0,
	});
});

it('reads the options it shows and no others: a pause of Send that makes no sense is none of its business', () => {
	expect(namesRead(readSettings)).toEqual(options.map(({ name }) => name).sort());
	expect(readSettings({ pauseBetweenRequests: -1 })).toEqual(readSettings({}));
});
