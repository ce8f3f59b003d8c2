import type { WireRequest } from '../protocols/wire';

/** Two warnings as PHP prints them into a page. */
export const PHP_WARNINGS =
	'<br />\n<b>Warning</b>:  Undefined index: phone in <b>/var/www/html/send.php</b> on line <b>42</b><br />\n' +
	'<br />\n<b>Notice</b>:  Trying to access array offset on value of type null in <b>/var/www/html/send.php</b> on line <b>57</b><br />\n';

/** The page a web server shows instead of the gateway's answer. */
export function errorPage(status: number, title: string): string {
	return `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
}

/** A debug page that gives the whole request back, secrets included: address, headers and body, as they came. */
export function echoPage(request: WireRequest): string {
	const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`);
	return `<h1>Fatal error</h1>\n<pre>${request.method} ${request.target}\n${headers.join('\n')}\n\n${request.body.toString()}</pre>\n`;
}
