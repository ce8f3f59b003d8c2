import { later } from './later';

module.exports = later('@n8n/tournament/dist/index.js');
