// What a page is given before it is drawn: the clocks of the world, and whose come first.
await import("@/lib/platform/time/zone-data");
(await import("@/lib/platform/i18n/network-time-zone")).setNetworkTimeZone("America/Toronto");
