package org.ficelle.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ficelle.model.KeyForm;
import org.ficelle.names.Hosts;

/**
 * The keys of entity ids in their normal form. Each method takes the key as a file writes it and throws an
 * {@link IllegalArgumentException} that says what is wrong with one that has no normal form.
 */
final class Keys {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:[._/-][a-z0-9]+)*");
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._/-]*[\\p{L}\\p{M}\\p{N}._-]");
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>(?i:https?|ftp))://(?<host>[^/?#:]+)(?<port>:\\d{1,5})?(?<rest>(?:[/?#]\\S*)?)");

    private Keys() {}

    static String normal(KeyForm form, String key) {
        return switch (form) {
            case SLUG -> slug(key);
            case DOMAIN -> domain(key);
            case HANDLE -> handle(key);
            case IP -> ip(key);
            case URL -> url(key);
        };
    }

    /** Makes an address that was written so that nobody clicks on it whole again. */
    static String refang(String address) {
        return address.replaceAll("(?i)\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\)", ".")
                .replaceAll("\\[(:|/|://)]", "$1")
                .replaceFirst("(?i)^hxxp", "http");
    }

    private static String slug(String key) {
        String slug = key.toLowerCase(Locale.ROOT);
        check(SLUG, slug, "is not made of letters a to z and digits, joined by one of - . _ /");
        return slug;
    }

    private static String domain(String key) {
        String host = refang(key).replaceFirst("\\.$", "");
        if (!host.chars().allMatch(character -> character < 128)) {
            host = Hosts.ascii(host).orElseThrow(() -> new IllegalArgumentException("is no domain name"));
        }
        host = host.toLowerCase(Locale.ROOT);
        check(HOST, host, "is no domain name");
        return host;
    }

    private static String handle(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("does not give platform/handle");
        }
        String platform = key.substring(0, slash).toLowerCase(Locale.ROOT);
        String handle = key.substring(slash + 1).toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        check(PLATFORM, platform, "does not begin with a platform");
        check(HANDLE, handle, "does not give a handle after the platform");
        return platform + "/" + handle;
    }

    private static String ip(String key) {
        String address = refang(key).toLowerCase(Locale.ROOT);
        if (IPV4.matcher(address).matches()) {
            return address;
        }
        check(IPV6, address, "is no IP address");
        try {
            // With a colon in it this is a literal, so that nothing is looked up.
            return ipv6(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("is no IP address", wrong);
        }
    }

    /** The form of RFC 5952: no leading zeros, the longest run of zeros as {@code ::}. */
    private static String ipv6(byte[] bytes) {
        if (bytes.length == 4) {
            return IntStream.range(0, 4)
                    .mapToObj(i -> String.valueOf(bytes[i] & 0xFF))
                    .collect(Collectors.joining("."));
        }
        String full = IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF))
                .collect(Collectors.joining(":"));
        Matcher zeros = ZEROS.matcher(full);
        int start = 0;
        int end = 0;
        while (zeros.find()) {
            if (zeros.group().replace(":", "").length()
                    > full.substring(start, end).replace(":", "").length()) {
                start = zeros.start();
                end = zeros.end();
            }
        }
        return end == 0
                ? full
                : full.substring(0, start) + "::" + full.substring(end).replaceFirst("^:", "");
    }

    private static String url(String key) {
        Matcher parts = ADDRESS.matcher(refang(key));
        if (!parts.matches()) {
            throw new IllegalArgumentException("is no web address with scheme and host");
        }
        String rest = parts.group("rest").replaceFirst("/+$", "");
        String port = parts.group("port") == null ? "" : parts.group("port");
        return parts.group("scheme").toLowerCase(Locale.ROOT) + "://" + domain(parts.group("host")) + port + rest;
    }

    private static void check(Pattern pattern, String key, String wrong) {
        if (!pattern.matcher(key).matches()) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
