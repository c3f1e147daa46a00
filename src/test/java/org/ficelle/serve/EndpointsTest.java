package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ficelle.graph.StoreException;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    @Test
    void shouldFindTwoPortsThatAreFree() {
        Endpoints endpoints = Endpoints.find("127.0.0.1", 0, 0);

        assertThat(endpoints.httpPort()).isPositive().isNotEqualTo(endpoints.boltPort());
        assertThat(endpoints.boltPort()).isPositive();
        assertThat(endpoints.loopback()).isTrue();
    }

    @Test
    void shouldSayWhichPortIsTakenAndByWhichOptionToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Endpoints.find("127.0.0.1", 0, port))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--bolt-port");
            assertThatThrownBy(() -> Endpoints.find("127.0.0.1", port, 0)).hasMessageContaining("--http-port");
        }
    }

    @Test
    void shouldRefuseAHostThatIsNotThisMachine() {
        assertThatThrownBy(() -> Endpoints.find("192.0.2.1", 0, 0))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("192.0.2.1 is no address of this machine");
        assertThatThrownBy(() -> Endpoints.find("no-such-host.invalid", 0, 0))
                .hasMessageContaining("is no address of this machine");
    }

    @Test
    void shouldGiveOneNameToTheLoopbackWhereverItIsWritten() {
        assertThat(Endpoints.find("127.0.0.1", 0, 0).name()).isEqualTo("localhost");
        assertThat(Endpoints.find("localhost", 0, 0).name()).isEqualTo("localhost");
    }

    @Test
    void shouldKnowThatAllAddressesAreMoreThanTheLoopback() {
        Endpoints endpoints = Endpoints.find("0.0.0.0", 0, 0);

        assertThat(endpoints.loopback()).isFalse();
        assertThat(endpoints.name()).isNotEqualTo("0.0.0.0");
    }

    @Test
    void shouldLinkToBrowserWithTheUserFilledInOrLoggedInWithoutOne() {
        Endpoints endpoints = new Endpoints("127.0.0.1", "localhost", true, 7474, 7687);

        assertThat(endpoints.link("neo4j"))
                .isEqualTo("http://localhost:7474/browser/?dbms=bolt://neo4j@localhost:7687");
        assertThat(endpoints.link(null))
                .isEqualTo("http://localhost:7474/browser/?dbms=bolt://localhost:7687&preselectAuthMethod=NO_AUTH");
    }
}
