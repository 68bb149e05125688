package perennial.server.campaign;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// The addresses of the public internet. All others lead into somebody's own network, perhaps ours: a
/// webhook there would have the server reach what only it can.
final class PublicInternet {
    /// The blocks of RFC 6890 and what was added to it since, with how many of their first bits count. Of 2000::/3, the
    /// public part of IPv6, those that are not.
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            Block.of("2001::", 23), // Teredo carries an IPv4 address
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16), // 6to4 does, too
            Block.of("3fff::", 20));

    private static final Block PUBLIC_IPV6 = Block.of("2000::", 3);

    private PublicInternet() {}

    /// The first bits of addresses.
    private record Block(byte[] first, int bits) {
        static Block of(String address, int bits) {
            try {
                return new Block(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("Bug: " + address + " is no address", impossible);
            }
        }

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, first, 0, whole)
                    && (rest == 0 || ((address[whole] ^ first[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0);
        }
    }

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || PUBLIC_IPV6.has(bytes))
                && SPECIAL.stream().noneMatch(block -> block.has(bytes));
    }
}
