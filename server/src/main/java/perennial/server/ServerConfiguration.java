package perennial.server;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What the server is made of.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class ServerConfiguration {}
